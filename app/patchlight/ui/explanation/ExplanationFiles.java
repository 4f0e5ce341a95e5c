package patchlight.ui.explanation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.export.ExplanationExport;
import patchlight.messages.Messages;

/** Asks where an explanation is to be saved, and as what. */
public final class ExplanationFiles {
  private final ObjectProperty<@Nullable Path> lastFolder;
  private final Consumer<Path> save;

  /**
   * @param lastFolder where the chooser opens; follows the person
   * @param save told which file was chosen; its ending is one that can be written
   */
  public ExplanationFiles(ObjectProperty<@Nullable Path> lastFolder, Consumer<Path> save) {
    this.lastFolder = lastFolder;
    this.save = save;
  }

  void chooseAndSave(Node owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("ui.explanation.save"));
    chooser.setInitialFileName(Messages.text("ui.explanation.fileName"));
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(Messages.text("ui.explanation.html"), "*.html"),
            new ExtensionFilter(Messages.text("ui.explanation.png"), "*.png"),
            new ExtensionFilter(Messages.text("ui.explanation.svg"), "*.svg"));
    Path folder = lastFolder.get();
    if (folder != null && Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
    File file = chooser.showSaveDialog(owner.getScene().getWindow());
    if (file != null) {
      lastFolder.set(file.toPath().getParent());
      save.accept(withSuffix(file.toPath(), chooser.getSelectedExtensionFilter()));
    }
  }

  /** Some choosers do not add the suffix of the filter that was picked. */
  private static Path withSuffix(Path file, @Nullable ExtensionFilter filter) {
    if (ExplanationExport.writes(file)) {
      return file;
    }
    String suffix = filter == null ? ".html" : filter.getExtensions().getFirst().substring(1);
    return Path.of(file + suffix);
  }
}
