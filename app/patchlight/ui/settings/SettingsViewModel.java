package patchlight.ui.settings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import patchlight.network.DevicePreference;
import patchlight.settings.Settings;
import patchlight.settings.Theme;

/** What the settings menu sets. */
public final class SettingsViewModel {
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<DevicePreference> device;

  /** Begins with what was saved. */
  public SettingsViewModel(Settings saved) {
    theme = new SimpleObjectProperty<>(saved.theme());
    device = new SimpleObjectProperty<>(saved.device());
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public ObjectProperty<DevicePreference> deviceProperty() {
    return device;
  }
}
