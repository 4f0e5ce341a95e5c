package patchlight.ui.settings;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import patchlight.network.DevicePreference;
import patchlight.network.InstalledModel;
import patchlight.settings.Settings;
import patchlight.settings.Theme;

/** What the settings menu sets. */
public final class SettingsViewModel {
  private final ObjectProperty<Theme> theme;
  private final ObjectProperty<DevicePreference> device;
  private final ObjectProperty<String> model;
  private final ObservableList<InstalledModel> models = FXCollections.observableArrayList();

  /** Begins with what was saved. */
  public SettingsViewModel(Settings saved) {
    theme = new SimpleObjectProperty<>(saved.theme());
    device = new SimpleObjectProperty<>(saved.device());
    model = new SimpleObjectProperty<>(saved.model());
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public ObjectProperty<DevicePreference> deviceProperty() {
    return device;
  }

  /** The name of the model that searches. */
  public ObjectProperty<String> modelProperty() {
    return model;
  }

  /** The models to choose from; empty before anybody looked. */
  public ObservableList<InstalledModel> models() {
    return models;
  }

  public void showModels(List<InstalledModel> all) {
    models.setAll(all);
  }
}
