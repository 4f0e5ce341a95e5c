package patchlight.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.network.DevicePreference;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkRuntime;
import patchlight.network.Pixels;
import patchlight.network.Sha256;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;

/** The shipped tokens are those that the shipped network gives the shipped photos. */
class StudioTokensTest {
  @TempDir static Path scratch;

  @Test
  void everyPhotoOfTheProgramHasItsTokens() throws Exception {
    StudioTokens tokens = StudioTokens.of(ModelBundle.shipped(scratch.resolve("model")).hash());
    List<Path> photos = photos();

    assertEquals(photos.size(), tokens.size());
    for (Path photo : photos) {
      assertTrue(tokens.find(asPhoto(photo)).isPresent(), photo.toString());
    }
  }

  @Test
  void theNetworkGivesAPhotoTheTokensThatAreShipped() throws Exception {
    ModelBundle bundle = ModelBundle.shipped(scratch.resolve("model"));
    Photo photo = asPhoto(photos().getFirst());
    float[] shipped = StudioTokens.of(bundle.hash()).find(photo).orElseThrow().retrievalToken();

    try (TokenEncoder encoder = new NetworkRuntime(bundle, DevicePreference.CPU).newEncoder(1)) {
      int[] rgb = new PhotoReader(bundle.manifest().side()).squashed(photo.path());
      float[] token = encoder.encode(Pixels.ofRgb(rgb, bundle.manifest())).retrievalToken();
      // In integers the last bits of a processor's float32 decide how values round.
      assertTrue(Tokens.cosine(token, shipped) > 0.99);
    }
  }

  @Test
  void anotherNetworkHasNone() throws Exception {
    assertEquals(0, StudioTokens.of("another").size());
  }

  private static List<Path> photos() throws Exception {
    Path unpacked = StudioGallery.unpack(scratch.resolve("studio"));
    try (Stream<Path> files = Files.walk(unpacked)) {
      return files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
  }

  private static Photo asPhoto(Path file) throws Exception {
    return new Photo(file, Files.size(file), Instant.EPOCH, Sha256.of(file));
  }
}
