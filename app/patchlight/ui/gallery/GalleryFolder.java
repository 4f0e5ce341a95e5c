package patchlight.ui.gallery;

import java.nio.file.Path;
import patchlight.messages.Messages;

/**
 * One folder that is searched.
 *
 * @param path of the folder
 * @param builtIn whether it is the gallery that comes with the program
 * @param waiting whether this model has not indexed it yet, so that its photos cannot be found
 */
public record GalleryFolder(Path path, boolean builtIn, boolean waiting) {
  /** An indexed folder. */
  public GalleryFolder(Path path, boolean builtIn) {
    this(path, builtIn, false);
  }

  String name() {
    if (builtIn) {
      return Messages.text("ui.gallery.builtIn");
    }
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
