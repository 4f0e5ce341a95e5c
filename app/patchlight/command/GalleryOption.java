package patchlight.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.gallery.GalleryPlace;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkException;
import patchlight.settings.UserFolders;
import picocli.CommandLine.Option;

/** The gallery that a command works on. */
final class GalleryOption {
  @Option(
      names = "--gallery",
      paramLabel = "DIR",
      description =
          "Folder of the gallery's index; made if absent. Default: the gallery of your own photos,"
              + " the same that the window searches with this model.")
  private @Nullable Path folder;

  /** Where the gallery's index lies. */
  Path folder(ModelBundle bundle) throws NetworkException {
    return folder != null ? folder : GalleryPlace.of(UserFolders.ofThisSystem().data(), bundle);
  }

  /** Opens the gallery for a network. */
  Gallery open(ModelBundle bundle) throws NetworkException, GalleryException {
    return Gallery.open(folder(bundle), bundle.hash());
  }
}
