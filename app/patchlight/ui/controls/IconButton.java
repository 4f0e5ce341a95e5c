package patchlight.ui.controls;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import patchlight.messages.Messages;

/** Buttons that show an icon and say in a tooltip what they do and which key does the same. */
public final class IconButton {
  private IconButton() {}

  /**
   * A flat button.
   *
   * @param messageKey its tooltip and what a screen reader says
   */
  public static Button button(Ikon icon, String messageKey, Runnable action) {
    Button button = new Button();
    button.setOnAction(pressed -> action.run());
    return dress(button, icon, messageKey);
  }

  /** A flat button that stays pressed. */
  public static ToggleButton toggle(Ikon icon, String messageKey) {
    return dress(new ToggleButton(), icon, messageKey);
  }

  private static <B extends ButtonBase> B dress(B button, Ikon icon, String messageKey) {
    String text = Messages.text(messageKey);
    button.setGraphic(new FontIcon(icon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText(text);
    button.setTooltip(tooltip(text));
    button.getStyleClass().addAll("icon-button", "flat");
    return button;
  }

  /** A tooltip that comes soon and wraps. */
  public static Tooltip tooltip(String text) {
    Tooltip tooltip = new Tooltip(text);
    tooltip.setShowDelay(Duration.millis(350));
    tooltip.setShowDuration(Duration.seconds(20));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(340);
    return tooltip;
  }
}
