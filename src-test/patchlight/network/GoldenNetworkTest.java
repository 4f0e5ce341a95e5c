package patchlight.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares with what PyTorch computed from the same pixels (model/patchlight_network/golden.py).
 */
class GoldenNetworkTest {
  private static final float TOLERANCE = 1e-3f;

  private static Tokens sketch;
  private static Tokens sketchInIntegers;
  private static List<Tokens> photosInIntegers;
  private static List<Tokens> photos;

  @BeforeAll
  static void encode() throws NetworkException, IOException {
    assumeTrue(
        GoldenNetworkTest.class.getResource("/golden/golden.json") != null,
        "src-test/golden has no golden.json: run model/patchlight_network/golden.py");
    float[] plane = Golden.values("sketch_pixels");
    float[] pair = Golden.values("photo_pixels");
    NetworkRuntime floats = new NetworkRuntime(Bundles.shippedInFloats(), DevicePreference.CPU);
    try (TokenEncoder encoder = floats.newEncoder(2);
        TokenEncoder integers = Bundles.onCpu().newEncoder(2)) {
      float[] pixels = new float[3 * plane.length];
      for (int channel = 0; channel < 3; channel++) {
        System.arraycopy(plane, 0, pixels, channel * plane.length, plane.length);
      }
      sketch = encoder.encode(pixels);
      sketchInIntegers = integers.encode(pixels);
      List<float[]> photoPixels =
          List.of(
              Arrays.copyOf(pair, pair.length / 2),
              Arrays.copyOfRange(pair, pair.length / 2, pair.length));
      photos = encoder.encode(photoPixels);
      photosInIntegers = integers.encode(photoPixels);
    }
  }

  @Test
  void sketchTokensEqualPyTorch() throws IOException {
    assertArrayEquals(Golden.values("sketch_retrieval_token"), sketch.retrievalToken(), TOLERANCE);
    assertArrayEquals(Golden.values("sketch_patch_tokens"), sketch.patchTokens(), TOLERANCE);
  }

  @Test
  void photoTokensEqualPyTorch() throws IOException {
    float[] retrieval = Golden.values("photo_retrieval_token");
    float[] patches = Golden.values("photo_patch_tokens");
    for (int i = 0; i < photos.size(); i++) {
      assertArrayEquals(half(retrieval, i), photos.get(i).retrievalToken(), TOLERANCE);
      assertArrayEquals(half(patches, i), photos.get(i).patchTokens(), TOLERANCE);
    }
  }

  @Test
  void integerTokensPointWherePyTorchsDo() throws IOException {
    assertTrue(
        cosine(Golden.values("sketch_retrieval_token"), sketchInIntegers.retrievalToken()) > 0.98);
    assertTrue(cosine(Golden.values("sketch_patch_tokens"), sketchInIntegers.patchTokens()) > 0.98);
    for (int i = 0; i < photosInIntegers.size(); i++) {
      Tokens photo = photosInIntegers.get(i);
      assertTrue(
          cosine(half(Golden.values("photo_retrieval_token"), i), photo.retrievalToken()) > 0.98);
      assertTrue(cosine(half(Golden.values("photo_patch_tokens"), i), photo.patchTokens()) > 0.98);
    }
  }

  @Test
  void matchesEqualPyTorch() throws NetworkException, IOException {
    float[] scores = Golden.values("relation_score");
    float[] there = Golden.values("sketch_to_photo");
    float[] back = Golden.values("photo_to_sketch");
    try (RelationMatcher matcher = Bundles.onCpu().newMatcher(2)) {
      for (int i = 0; i < photos.size(); i++) {
        Match match = matcher.match(sketch, photos.get(i));
        assertEquals(scores[i], match.relationScore(), TOLERANCE);
        assertArrayEquals(half(there, i), match.sketchToPhoto(), TOLERANCE);
        assertArrayEquals(half(back, i), match.photoToSketch(), TOLERANCE);
      }
    }
  }

  private static float[] half(float[] both, int index) {
    int length = both.length / 2;
    return Arrays.copyOfRange(both, index * length, (index + 1) * length);
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      lengthA += (double) a[i] * a[i];
      lengthB += (double) b[i] * b[i];
    }
    return product / Math.sqrt(lengthA * lengthB);
  }
}
