package patchlight.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import patchlight.network.Bundles;
import patchlight.network.DevicePreference;
import patchlight.network.Golden;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.network.Pixels;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.sketch.InkImage;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchRasterizer;
import patchlight.sketch.Stroke;

class SketchEncoderTest {
  private static final float TOLERANCE = 1e-3f;

  @Test
  void retrievalTokenIsTheMeanOverTurnsAndShiftedAndPatchTokensAreAsDrawn()
      throws NetworkException, IOException {
    InkImage house = ink(Golden.values("sketch_pixels"));
    NetworkRuntime floats = new NetworkRuntime(Bundles.shippedInFloats(), DevicePreference.CPU);
    try (TokenEncoder encoder = floats.newEncoder(2)) {
      InkImage part = lowerHalf(house);
      List<Tokens> tokens = new SketchEncoder(encoder).encodeParts(List.of(part, house), house);

      assertArrayEquals(
          Golden.values("sketch_search_token"), tokens.get(1).retrievalToken(), TOLERANCE);
      assertArrayEquals(
          Golden.values("sketch_patch_tokens"), tokens.get(1).patchTokens(), TOLERANCE);
    }
  }

  @Test
  void partIsTurnedInTheFrameOfTheWhole() throws NetworkException, IOException {
    InkImage house = ink(Golden.values("sketch_pixels"));
    InkImage part = lowerHalf(house);
    NetworkRuntime floats = new NetworkRuntime(Bundles.shippedInFloats(), DevicePreference.CPU);
    try (TokenEncoder encoder = floats.newEncoder(2)) {
      SketchEncoder sketches = new SketchEncoder(encoder);
      Tokens inTheWhole = sketches.encodeParts(List.of(part), house).getFirst();
      Tokens byItself = sketches.encode(part);

      assertArrayEquals(byItself.patchTokens(), inTheWhole.patchTokens(), TOLERANCE);
      assertTrue(Tokens.cosine(byItself.retrievalToken(), inTheWhole.retrievalToken()) < 0.999);
    }
  }

  private static InkImage lowerHalf(InkImage image) {
    float[] half = image.ink().clone();
    Arrays.fill(half, 0, half.length / 2, 0);
    return new InkImage(image.side(), half);
  }

  @Test
  void withoutTurnsAndShiftASketchIsEncodedAsAnyPicture() throws NetworkException {
    ModelBundle small = ModelBundle.openForeign(Bundles.smallFolder());
    InkImage ink =
        new SketchRasterizer(60)
            .rasterize(
                Sketch.BLANK.with(new Stroke(List.of(new Point(0, 0, 0), new Point(9, 5, 0)))));
    float[] brightness = new float[ink.ink().length];
    for (int i = 0; i < brightness.length; i++) {
      brightness[i] = 1 - ink.ink()[i];
    }
    try (TokenEncoder encoder = new NetworkRuntime(small, DevicePreference.CPU).newEncoder(1)) {
      assertArrayEquals(
          encoder.encode(Pixels.ofBrightness(brightness, small.manifest())).retrievalToken(),
          new SketchEncoder(encoder).encode(ink).retrievalToken(),
          1e-6f);
    }
  }

  /** From -1 for ink and 1 for paper. */
  private static InkImage ink(float[] pixels) {
    float[] ink = new float[pixels.length];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (1 - pixels[i]) / 2;
    }
    return new InkImage((int) Math.sqrt(ink.length), ink);
  }
}
