package patchlight.retrieval;

import patchlight.network.NetworkException;
import patchlight.network.Pixels;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.sketch.InkImage;

/**
 * Encodes ink: dark on white paper, three equal channels, as the network was trained.
 *
 * @param encoder any encoder of the network
 */
public record SketchEncoder(TokenEncoder encoder) {
  /**
   * The tokens of a sketch.
   *
   * @param ink of the network's side
   */
  public Tokens encode(InkImage ink) throws NetworkException {
    float[] brightness = new float[ink.ink().length];
    for (int i = 0; i < brightness.length; i++) {
      brightness[i] = 1 - ink.ink()[i];
    }
    return encoder.encode(Pixels.ofBrightness(brightness, encoder.manifest()));
  }
}
