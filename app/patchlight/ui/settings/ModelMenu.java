package patchlight.ui.settings;

import java.io.File;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import patchlight.messages.Messages;
import patchlight.network.InstalledModel;
import patchlight.network.InstalledModels;
import patchlight.network.Manifest;

/** Chooses the model that searches, and installs more. */
final class ModelMenu extends Menu {
  private final SettingsViewModel model;
  private final ModelActions actions;

  ModelMenu(SettingsViewModel model, ModelActions actions) {
    super(Messages.text("ui.settings.model"), new FontIcon(MaterialDesignV.VECTOR_TRIANGLE));
    this.model = model;
    this.actions = actions;
    model.models().addListener((ListChangeListener<InstalledModel>) change -> showModels());
    showModels();
  }

  private void showModels() {
    getItems().clear();
    ToggleGroup group = new ToggleGroup();
    List<InstalledModel> usableFirst =
        model.models().stream()
            .sorted(Comparator.comparing(installed -> installed.bundle().isEmpty()))
            .toList();
    for (InstalledModel installed : usableFirst) {
      getItems()
          .add(
              installed
                  .bundle()
                  .map(bundle -> choice(installed.name(), bundle.manifest(), group))
                  .orElseGet(() -> broken(installed)));
    }
    if (!getItems().isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    MenuItem add =
        new MenuItem(Messages.text("ui.settings.model.add"), new FontIcon(MaterialDesignP.PLUS));
    add.setOnAction(chosen -> chooseAndAdd());
    getItems().add(add);
  }

  private MenuItem choice(String name, Manifest manifest, ToggleGroup group) {
    String key =
        name.equals(InstalledModels.SHIPPED)
            ? "ui.settings.model.shipped"
            : "ui.settings.model.installed";
    RadioMenuItem item = new RadioMenuItem(Messages.text(key, manifest.name(), manifest.version()));
    item.setToggleGroup(group);
    item.setMnemonicParsing(false);
    item.setSelected(name.equals(model.modelProperty().get()));
    item.setOnAction(chosen -> model.modelProperty().set(name));
    return item;
  }

  /** Can be pressed, since a menu has no other way to say why. */
  private MenuItem broken(InstalledModel installed) {
    MenuItem item =
        new MenuItem(
            Messages.text("ui.settings.model.broken", installed.name()),
            new FontIcon(MaterialDesignA.ALERT_OUTLINE));
    item.setMnemonicParsing(false);
    item.setOnAction(chosen -> actions.explain().accept(installed));
    return item;
  }

  private void chooseAndAdd() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("ui.settings.model.choose"));
    File folder = chooser.showDialog(getParentPopup().getOwnerWindow());
    if (folder != null) {
      actions.add().accept(folder.toPath());
    }
  }
}
