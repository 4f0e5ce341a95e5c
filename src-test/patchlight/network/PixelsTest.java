package patchlight.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PixelsTest {
  private static final Manifest TWO_BY_TWO =
      new Manifest(
          "test",
          "1",
          2,
          1,
          new float[] {0.5f, 0.25f, 0},
          new float[] {0.5f, 0.25f, 1},
          1,
          1,
          0,
          new Manifest.Encoder("", "", "", "", "", Optional.empty(), Optional.empty()),
          new Manifest.Matcher("", "", "", "", "", "", "", MeasuredTruth.UNKNOWN),
          "fp32",
          new float[] {0},
          new float[0],
          MeasuredTruth.UNKNOWN,
          false,
          "",
          Map.of(),
          Optional.empty(),
          Optional.empty());

  @Test
  void coloursBecomeThreeNormalisedPlanes() {
    float[] pixels = Pixels.ofRgb(new int[] {0xff0000, 0x00ff00, 0x0000ff, 0x333333}, TWO_BY_TWO);

    assertArrayEquals(
        new float[] {1, -1, -1, -0.6f, -1, 3, -1, -0.2f, 0, 0, 1, 0.2f}, pixels, 1e-6f);
  }

  @Test
  void brightnessFillsAllThreePlanes() {
    float[] pixels = Pixels.ofBrightness(new float[] {0, 0.5f, 1, 0.25f}, TWO_BY_TWO);

    assertArrayEquals(new float[] {-1, 0, 1, -0.5f, -1, 1, 3, 0, 0, 0.5f, 1, 0.25f}, pixels, 1e-6f);
  }

  @Test
  void pictureOfAnotherSizeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Pixels.ofRgb(new int[9], TWO_BY_TWO));
  }
}
