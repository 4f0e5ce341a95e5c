package patchlight.gallery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares with Pillow, with which the network was trained
 * (src-test/gallery/write_photo_golden.py).
 */
class PhotoReaderGoldenTest {
  private static final Path PHOTOS = Path.of("src-test/golden/photos");
  private static final int SIDE = 32;

  static List<Path> photos() throws IOException {
    try (Stream<Path> files = Files.list(PHOTOS)) {
      return files.filter(file -> !file.toString().endsWith(".rgb")).sorted().toList();
    }
  }

  /** A level of difference is left to rounding: of transparency, and of turning after resizing. */
  @ParameterizedTest
  @MethodSource("photos")
  void squashedEqualsPillow(Path photo) throws GalleryException, IOException {
    byte[] expected = Files.readAllBytes(photo.resolveSibling(photo.getFileName() + ".rgb"));

    int[] squashed = new PhotoReader(SIDE).squashed(photo);

    int worst = 0;
    for (int i = 0; i < squashed.length; i++) {
      for (int channel = 0; channel < 3; channel++) {
        int level = squashed[i] >> (16 - 8 * channel) & 0xff;
        worst = Math.max(worst, Math.abs(level - (expected[3 * i + channel] & 0xff)));
      }
    }
    assertTrue(worst <= 1, "differs by " + worst + " of 255");
  }
}
