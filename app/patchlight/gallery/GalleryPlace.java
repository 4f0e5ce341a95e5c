package patchlight.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkException;

/**
 * Where the index of a person's own photos lies: one for each model, since models' tokens cannot be
 * compared, so that going back to a model needs no indexing. The shipped model has the same place
 * in all versions of the program.
 */
public final class GalleryPlace {
  /** Digits of a hash that tell models apart. */
  private static final int DIGITS = 16;

  private GalleryPlace() {}

  /**
   * The index's folder; may not be there yet.
   *
   * @param data the folder of the person's data
   */
  public static Path of(Path data, ModelBundle bundle) throws NetworkException {
    return bundle.isShipped()
        ? data.resolve("gallery")
        : data.resolve("galleries").resolve(bundle.hash().substring(0, DIGITS));
  }

  /**
   * Deletes a model's index; the photos on disk stay.
   *
   * @throws GalleryException if it cannot be deleted, for example while it is searched
   */
  public static void discard(Path data, ModelBundle bundle)
      throws NetworkException, GalleryException {
    Path folder = of(data, bundle);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path entry : deepestFirst) {
        Files.delete(entry);
      }
    } catch (IOException e) {
      throw IndexTrouble.explained(e, folder);
    }
  }
}
