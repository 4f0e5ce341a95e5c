package patchlight.gallery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import patchlight.network.Tokens;

/**
 * Galleries of random tokens, to measure searching at sizes that nobody keeps photos for. Retrieval
 * tokens are spread evenly over the unit sphere, the hardest case for an approximate index.
 */
public final class RandomGallery {
  private RandomGallery() {}

  /**
   * Adds photos that exist in the index only.
   *
   * @param gallery to be filled
   * @param photos how many
   * @param shape tokens whose sizes the random ones have
   * @param seed of the random numbers
   * @param progress told after each photo; may cancel
   * @throws GalleryException if the index cannot be written
   */
  public static void fill(
      Gallery gallery, int photos, Tokens shape, long seed, IndexProgress progress)
      throws GalleryException {
    Random random = new Random(seed);
    Path folder = Path.of("random").toAbsolutePath();
    try (GalleryWriter writer = gallery.newWriter(List.of())) {
      for (int i = 0; i < photos; i++) {
        Path path = folder.resolve(i + ".jpg");
        Photo photo = new Photo(path, i, Instant.EPOCH, "random-" + i);
        writer.put(PhotoEntry.of(photo, tokens(shape, random)));
        if (!progress.update(i + 1, photos, path)) {
          break;
        }
      }
      writer.finish();
    }
    gallery.refresh();
  }

  /** A random direction, of length 1. */
  public static float[] retrievalToken(int values, Random random) {
    float[] token = gaussian(values, random);
    double squares = 0;
    for (float value : token) {
      squares += value * value;
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < values; i++) {
      token[i] *= scale;
    }
    return token;
  }

  private static Tokens tokens(Tokens shape, Random random) {
    return new Tokens(
        retrievalToken(shape.retrievalToken().length, random),
        gaussian(shape.patchTokens().length, random),
        shape.rows());
  }

  private static float[] gaussian(int values, Random random) {
    float[] drawn = new float[values];
    for (int i = 0; i < values; i++) {
      drawn[i] = (float) random.nextGaussian();
    }
    return drawn;
  }
}
