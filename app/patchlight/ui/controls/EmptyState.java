package patchlight.ui.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a part of the window shows while it has nothing to show: what is missing, what to do. */
public final class EmptyState extends VBox {
  /**
   * An empty state.
   *
   * @param actions buttons under the text, if any
   */
  public EmptyState(Ikon icon, String title, String text, Node... actions) {
    FontIcon picture = new FontIcon(icon);
    picture.getStyleClass().add("empty-icon");
    getChildren().add(picture);
    getChildren().add(line(title, "empty-title"));
    if (!text.isEmpty()) {
      getChildren().add(line(text, "empty-text"));
    }
    getChildren().addAll(actions);
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    setMinSize(0, 0);
  }

  private static Label line(String text, String styleClass) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setTextAlignment(TextAlignment.CENTER);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
