package patchlight.ui.gallery;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import patchlight.gallery.IndexReport;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/** The folders that are searched, how far their indexing is, and how to add more. */
public final class GalleryBar extends HBox {
  private final GalleryViewModel model;
  private final GalleryActions actions;
  private final ObjectProperty<@Nullable Path> lastFolder;
  private final HBox chips = new HBox();
  private final HBox progress;
  private final Label counted = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button trouble = new Button();

  /**
   * A bar for one gallery.
   *
   * @param lastFolder where the chooser opens; follows the person
   */
  public GalleryBar(
      GalleryViewModel model, GalleryActions actions, ObjectProperty<@Nullable Path> lastFolder) {
    this.model = model;
    this.actions = actions;
    this.lastFolder = lastFolder;
    chips.getStyleClass().add("chips");
    chips.setAlignment(Pos.CENTER_LEFT);
    chips.setFillHeight(false);
    ScrollPane shelf = new ScrollPane(chips);
    shelf.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    shelf.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    shelf.setFitToHeight(true);
    shelf.setPannable(true);
    shelf.setFocusTraversable(false);
    shelf.setMinWidth(60);
    shelf.getStyleClass().addAll("edge-to-edge", "chip-shelf");

    Button add = new Button(Messages.text("ui.gallery.addFolder"));
    add.setId("add-folder");
    add.setGraphic(new FontIcon(MaterialDesignF.FOLDER_PLUS_OUTLINE));
    add.setTooltip(IconButton.tooltip(Messages.text("ui.gallery.addFolderTip")));
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.setOnAction(pressed -> chooseAndAdd());

    progress = progress();
    trouble.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
    trouble.getStyleClass().addAll("flat", "trouble");
    trouble.setId("unreadable");
    trouble.setMinWidth(Region.USE_PREF_SIZE);
    trouble.setOnAction(
        pressed -> new UnreadableDialog(model.unreadable(), getScene().getWindow()).show());

    getStyleClass().add("gallery-bar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(shelf, add, progress, trouble);
    model.folders().addListener((ListChangeListener<GalleryFolder>) change -> showChips());
    model.stepProperty().subscribe(this::show);
    model.reportProperty().subscribe(this::show);
    showChips();
  }

  private HBox progress() {
    bar.setMinWidth(110);
    bar.setPrefWidth(110);
    bar.getStyleClass().add("indexing-bar");
    counted.getStyleClass().add("part-caption");
    counted.setMinWidth(Region.USE_PREF_SIZE);
    Button cancel =
        IconButton.button(MaterialDesignC.CLOSE, "ui.gallery.cancelIndexing", model::cancel);
    cancel.setId("cancel-indexing");
    HBox row = new HBox(bar, counted, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("indexing");
    return row;
  }

  private void showChips() {
    chips.getChildren().setAll(model.folders().stream().map(this::chip).toList());
  }

  private Node chip(GalleryFolder folder) {
    Label name = new Label(folder.name());
    name.setGraphic(
        new FontIcon(
            folder.builtIn()
                ? MaterialDesignI.IMAGE_MULTIPLE_OUTLINE
                : MaterialDesignF.FOLDER_OUTLINE));
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMaxWidth(200);
    name.setTooltip(
        IconButton.tooltip(
            folder.waiting()
                ? Messages.text("ui.gallery.waitingTip", folder.path())
                : folder.path().toString()));
    Button remove =
        IconButton.button(
            MaterialDesignC.CLOSE, "ui.gallery.remove", () -> actions.remove().accept(folder));
    remove.getStyleClass().add("chip-close");
    HBox chip = new HBox(name, remove);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass().add("chip");
    if (folder.waiting()) {
      chip.getStyleClass().add("waiting");
    }
    chip.setMaxHeight(Region.USE_PREF_SIZE);
    chip.setOnContextMenuRequested(
        asked -> menu().show(chip, asked.getScreenX(), asked.getScreenY()));
    return chip;
  }

  private ContextMenu menu() {
    MenuItem refresh = new MenuItem(Messages.text("ui.gallery.refresh"));
    refresh.setOnAction(chosen -> actions.refresh().run());
    MenuItem rebuild = new MenuItem(Messages.text("ui.gallery.rebuildAll"));
    rebuild.setOnAction(chosen -> actions.rebuild().run());
    MenuItem builtIn = new MenuItem(Messages.text("ui.gallery.addBuiltIn"));
    builtIn.setOnAction(chosen -> actions.addBuiltIn().run());
    builtIn.setDisable(model.folders().stream().anyMatch(GalleryFolder::builtIn));
    return new ContextMenu(refresh, rebuild, builtIn);
  }

  private void show(@Nullable IndexingStep step) {
    progress.setVisible(step != null);
    progress.setManaged(step != null);
    if (step != null) {
      bar.setProgress(step.share());
      counted.setText(
          step.total() == 0
              ? Messages.text("ui.gallery.counting")
              : Messages.text("ui.gallery.indexing", step.done(), step.total()));
    }
  }

  private void show(@Nullable IndexReport report) {
    int bad = report == null ? 0 : report.unreadable().size();
    trouble.setVisible(bad > 0);
    trouble.setManaged(bad > 0);
    trouble.setText(Messages.text("ui.gallery.unreadable", bad));
  }

  /** Asks for a folder and indexes it. */
  public void chooseAndAdd() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("ui.gallery.addFolder"));
    Path last = lastFolder.get();
    if (last != null && Files.isDirectory(last)) {
      chooser.setInitialDirectory(last.toFile());
    }
    File folder = chooser.showDialog(getScene().getWindow());
    if (folder != null) {
      lastFolder.set(folder.toPath());
      actions.add().accept(List.of(folder.toPath()));
    }
  }

  /** Lets folders be dropped on a part of the window. */
  public void acceptDropsOn(Node target) {
    target.setOnDragOver(event -> {
      if (event.getDragboard().getFiles().stream().anyMatch(File::isDirectory)) {
        event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
        event.consume();
      }
    });
    target.setOnDragDropped(event -> {
      List<Path> dropped =
          event.getDragboard().getFiles().stream()
              .filter(File::isDirectory)
              .map(File::toPath)
              .toList();
      if (!dropped.isEmpty()) {
        actions.add().accept(dropped);
        event.setDropCompleted(true);
        event.consume();
      }
    });
  }
}
