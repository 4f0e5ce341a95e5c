package patchlight.ui.ranking;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * What one can do with a photo beyond looking at it here.
 *
 * @param opener opens a file or folder in the system's program for it
 */
public record PhotoActions(Consumer<Path> opener) {
  void open(Path photo) {
    opener.accept(photo);
  }

  void showInFolder(Path photo) {
    Path folder = photo.getParent();
    opener.accept(folder == null ? photo : folder);
  }

  void copyPath(Path photo) {
    ClipboardContent content = new ClipboardContent();
    content.putString(photo.toString());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
