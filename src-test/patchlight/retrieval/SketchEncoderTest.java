package patchlight.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import patchlight.network.Bundles;
import patchlight.network.DevicePreference;
import patchlight.network.Golden;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.sketch.InkImage;

class SketchEncoderTest {
  private static final float TOLERANCE = 1e-3f;

  @Test
  void retrievalTokenIsTheMeanOverTurnsAndShiftedAndPatchTokensAreAsDrawn()
      throws NetworkException, IOException {
    InkImage house = ink(Golden.values("sketch_pixels"));
    NetworkRuntime floats = new NetworkRuntime(Bundles.shippedInFloats(), DevicePreference.CPU);
    try (TokenEncoder encoder = floats.newEncoder(2)) {
      List<Tokens> tokens =
          new SketchEncoder(encoder).encodeParts(List.of(house.turned(20), house), house);

      assertArrayEquals(
          Golden.values("sketch_search_token"), tokens.get(1).retrievalToken(), TOLERANCE);
      assertArrayEquals(
          Golden.values("sketch_patch_tokens"), tokens.get(1).patchTokens(), TOLERANCE);
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
