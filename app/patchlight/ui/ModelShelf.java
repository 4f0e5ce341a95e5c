package patchlight.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import patchlight.messages.Messages;
import patchlight.network.InstalledModel;
import patchlight.network.InstalledModels;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkException;
import patchlight.ui.settings.ModelActions;
import patchlight.ui.settings.SettingsViewModel;

/** The models that the settings offer: looks which there are, and installs more. */
final class ModelShelf {
  private final InstalledModels models;
  private final SettingsViewModel settings;
  private final Executor worker;
  private final Notices notices;

  /**
   * A shelf of models.
   *
   * @param settings shows the models and names the chosen one
   * @param worker reads files off the FX thread
   */
  ModelShelf(InstalledModels models, SettingsViewModel settings, Executor worker, Notices notices) {
    this.models = models;
    this.settings = settings;
    this.worker = worker;
    this.notices = notices;
  }

  ModelActions actions() {
    return new ModelActions(this::list, this::add, this::explain);
  }

  /** The model of a name. Off the FX thread. */
  ModelBundle open(String name) throws NetworkException {
    return models.open(name);
  }

  private void list() {
    worker.execute(() -> {
      try {
        List<InstalledModel> all = models.list();
        Platform.runLater(() -> settings.showModels(all));
      } catch (NetworkException e) {
        Platform.runLater(() -> notices.failed(e));
      }
    });
  }

  /** A model is added to be used, so it is chosen at once. */
  void add(Path folder) {
    worker.execute(() -> {
      try {
        InstalledModel added = models.add(folder);
        List<InstalledModel> all = models.list();
        Platform.runLater(() -> {
          settings.showModels(all);
          settings.modelProperty().set(added.name());
        });
      } catch (NetworkException e) {
        Platform.runLater(() -> notices.dialog(Messages.text("ui.settings.model.refused"), e));
      }
    });
  }

  private void explain(InstalledModel broken) {
    notices.message(
        Messages.text("ui.settings.model.unusable", broken.name()),
        Pages.text(broken.obstacle().orElse("")));
  }

  /** The chosen model cannot be opened: says why, and lets the shipped one search instead. */
  void fallBack(String name, NetworkException why) {
    notices.dialog(Messages.text("ui.settings.model.fellBack", name), why);
    settings.modelProperty().set(InstalledModels.SHIPPED);
  }
}
