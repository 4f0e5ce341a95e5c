package patchlight.ui.settings;

import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import patchlight.messages.Messages;
import patchlight.network.DevicePreference;
import patchlight.settings.Theme;
import patchlight.ui.controls.IconButton;

/** The button at the window's upper right: theme, model, device, keys and about. */
public final class SettingsMenu extends MenuButton {
  /**
   * A menu on one set of settings.
   *
   * @param models lists and adds models
   * @param showKeys shows the keyboard shortcuts
   * @param showAbout says what this program and its network are
   */
  public SettingsMenu(
      SettingsViewModel model, ModelActions models, Runnable showKeys, Runnable showAbout) {
    setGraphic(new FontIcon(MaterialDesignC.COG_OUTLINE));
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setId("settings");
    setOnShowing(opened -> models.list().run());
    setTooltip(IconButton.tooltip(Messages.text("ui.settings.tip")));
    setAccessibleText(Messages.text("ui.settings.tip"));
    getStyleClass().addAll("flat", "no-arrow", "icon-button");
    Map<Theme, String> themes =
        Map.of(
            Theme.SYSTEM, Messages.text("ui.settings.theme.system"),
            Theme.LIGHT, Messages.text("ui.settings.theme.light"),
            Theme.DARK, Messages.text("ui.settings.theme.dark"));
    Map<DevicePreference, String> devices =
        Map.of(
            DevicePreference.AUTOMATIC, Messages.text("ui.settings.device.automatic"),
            DevicePreference.GPU, Messages.text("ui.settings.device.gpu"),
            DevicePreference.CPU, Messages.text("ui.settings.device.cpu"));
    getItems()
        .addAll(
            choice(
                "ui.settings.theme",
                MaterialDesignT.THEME_LIGHT_DARK,
                model.themeProperty(),
                Theme.values(),
                themes),
            new ModelMenu(model, models),
            choice(
                "ui.settings.device",
                MaterialDesignC.CHIP,
                model.deviceProperty(),
                DevicePreference.values(),
                devices),
            new SeparatorMenuItem(),
            item("ui.settings.keys", MaterialDesignK.KEYBOARD_OUTLINE, showKeys),
            item("ui.settings.about", MaterialDesignI.INFORMATION_OUTLINE, showAbout));
  }

  private static <T> Menu choice(
      String titleKey, Ikon icon, ObjectProperty<T> property, T[] values, Map<T, String> names) {
    Menu menu = new Menu(Messages.text(titleKey), new FontIcon(icon));
    ToggleGroup group = new ToggleGroup();
    for (T value : values) {
      RadioMenuItem item = new RadioMenuItem(names.get(value));
      item.setToggleGroup(group);
      item.setOnAction(chosen -> property.set(value));
      property.subscribe(now -> item.setSelected(value.equals(now)));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static MenuItem item(String titleKey, Ikon icon, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(titleKey), new FontIcon(icon));
    item.setOnAction(chosen -> action.run());
    return item;
  }
}
