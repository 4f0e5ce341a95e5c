package patchlight.ui.sketch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;
import patchlight.messages.Messages;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchException;
import patchlight.sketch.SketchReader;
import patchlight.sketch.SketchWriter;

/** Sketches from files and to files: choosers, drag and drop, and what goes wrong with them. */
public final class SketchFiles {
  private static final List<String> READABLE =
      List.of(".png", ".jpg", ".jpeg", ".svg", ".ndjson", ".ndjson.gz");

  private final SketchViewModel model;
  private final ObjectProperty<@Nullable Path> lastFolder;
  private final Consumer<Exception> failed;

  /**
   * Files for one drawing.
   *
   * @param lastFolder where the choosers open; follows the person
   * @param failed told of a file that cannot be read or written; the drawing stays as it was
   */
  public SketchFiles(
      SketchViewModel model,
      ObjectProperty<@Nullable Path> lastFolder,
      Consumer<Exception> failed) {
    this.model = model;
    this.lastFolder = lastFolder;
    this.failed = failed;
  }

  /** Whether a file's name says that it may be a sketch. */
  public static boolean looksLikeSketch(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    return READABLE.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }

  /** Reads a file and puts its sketch in place of the drawing; undo brings the drawing back. */
  public void read(Path file) {
    try {
      Sketch sketch = SketchReader.read(file);
      model.replace(sketch);
    } catch (SketchException e) {
      failed.accept(e);
    }
  }

  /** Writes the drawing; the suffix says in which format. */
  public void write(Path file) {
    try {
      SketchWriter.write(model.sketchProperty().get(), file);
    } catch (SketchException e) {
      failed.accept(e);
    }
  }

  void chooseAndRead(Node owner) {
    FileChooser chooser = chooser("ui.sketch.import");
    chooser
        .getExtensionFilters()
        .add(
            new ExtensionFilter(
                Messages.text("ui.sketch.readable"),
                READABLE.stream().map(suffix -> "*" + suffix).toList()));
    File file = chooser.showOpenDialog(owner.getScene().getWindow());
    if (file != null) {
      lastFolder.set(file.toPath().getParent());
      read(file.toPath());
    }
  }

  void chooseAndWrite(Node owner) {
    FileChooser chooser = chooser("ui.sketch.export");
    chooser.setInitialFileName(Messages.text("ui.sketch.fileName"));
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(Messages.text("ui.sketch.png"), "*.png"),
            new ExtensionFilter(Messages.text("ui.sketch.svg"), "*.svg"),
            new ExtensionFilter(Messages.text("ui.sketch.ndjson"), "*.ndjson"));
    File file = chooser.showSaveDialog(owner.getScene().getWindow());
    if (file != null) {
      lastFolder.set(file.toPath().getParent());
      write(withSuffix(file.toPath(), chooser.getSelectedExtensionFilter()));
    }
  }

  /** Lets a sketch file be dropped on a part of the window. */
  void acceptDropsOn(Node target) {
    target.setOnDragOver(event -> {
      if (dropped(event).isPresent()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    target.setOnDragDropped(event -> {
      Optional<Path> file = dropped(event);
      file.ifPresent(this::read);
      event.setDropCompleted(file.isPresent());
      event.consume();
    });
  }

  private static Optional<Path> dropped(DragEvent event) {
    return event.getDragboard().getFiles().stream()
        .map(File::toPath)
        .filter(Files::isRegularFile)
        .filter(SketchFiles::looksLikeSketch)
        .findFirst();
  }

  private FileChooser chooser(String titleKey) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text(titleKey));
    Path folder = lastFolder.get();
    if (folder != null && Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
    return chooser;
  }

  /** Some choosers do not add the suffix of the filter that was picked. */
  private static Path withSuffix(Path file, @Nullable ExtensionFilter filter) {
    boolean named = looksLikeSketch(file);
    if (named || filter == null) {
      return named ? file : Path.of(file + ".png");
    }
    return Path.of(file + filter.getExtensions().getFirst().substring(1));
  }
}
