package patchlight.gallery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import patchlight.network.Bundles;
import patchlight.network.TokenEncoder;

/**
 * A program of its own for {@link KilledIndexingTest}: indexes, telling each photo, until killed.
 */
final class IndexingUntilKilled {
  private IndexingUntilKilled() {}

  public static void main(String[] arguments) throws Exception {
    Path index = Path.of(arguments[0]);
    Path photos = Path.of(arguments[1]);
    try (Gallery gallery = Gallery.open(index, "model");
        TokenEncoder encoder = Bundles.onCpu().newEncoder(1)) {
      PhotoReader reader = new PhotoReader(encoder.manifest().side());
      new GalleryIndexer(gallery, encoder, reader, 1, Duration.ofMillis(200))
          .index(
              List.of(photos),
              (done, total, current) -> {
                System.out.println("indexed " + done);
                return true;
              });
    }
  }
}
