package patchlight.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import patchlight.evaluation.FileList;
import patchlight.evaluation.LabelledPhotos;
import patchlight.evaluation.LabelledSketches;
import patchlight.gallery.GalleryException;
import patchlight.messages.Messages;
import patchlight.sketch.SketchException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the sketches and photos of an evaluation are: in labelled folders, or named by lists. */
final class EvaluatedFiles {
  @ArgGroup(exclusive = false)
  private @Nullable Folders folders;

  @ArgGroup(exclusive = false)
  private @Nullable Lists lists;

  /** A category is a sub-folder. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
  static final class Folders {
    @Option(
        names = "--sketches",
        required = true,
        paramLabel = "DIR",
        description = "Folder of ndjson(.gz) files or sub-folders of drawings.")
    private Path sketches;

    @Option(
        names = "--photos",
        required = true,
        paramLabel = "DIR",
        description = "Folder of sub-folders of photos; links are followed.")
    private Path photos;
  }

  /** A category is a label in a list. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
  static final class Lists {
    @Option(
        names = "--sketch-list",
        required = true,
        paramLabel = "FILE",
        description = "Text file that names the sketches, lines \"relative/path label\".")
    private Path sketchList;

    @Option(
        names = "--photo-list",
        required = true,
        paramLabel = "FILE",
        description = "The same for the photos, with the same labels.")
    private Path photoList;

    @Option(
        names = "--root",
        required = true,
        paramLabel = "DIR",
        description = "Folder that the lists' paths begin at.")
    private Path root;
  }

  /** What was found. */
  record Found(LabelledSketches sketches, LabelledPhotos photos) {}

  /**
   * Finds the files; none is opened yet.
   *
   * @param err told of listed files that are not there
   */
  Found find(PrintWriter err) throws SketchException, GalleryException {
    if (folders != null) {
      return new Found(
          LabelledSketches.read(folders.sketches), LabelledPhotos.read(folders.photos));
    }
    if (lists == null) {
      throw new IllegalStateException("picocli lets no call without either through");
    }
    return new Found(
        listed(lists.sketchList, lists.root, err).sketches(),
        listed(lists.photoList, lists.root, err).photos());
  }

  private static FileList listed(Path list, Path root, PrintWriter err) throws GalleryException {
    FileList listed = FileList.read(list, root);
    if (!listed.missing().isEmpty()) {
      err.println(
          Messages.text(
              "command.missingListed", listed.missing().size(), listed.missing().getFirst()));
    }
    return listed;
  }
}
