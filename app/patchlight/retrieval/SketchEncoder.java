package patchlight.retrieval;

import java.util.List;
import java.util.Optional;
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
    return encode(List.of(ink)).getFirst();
  }

  /**
   * The tokens of a few sketches, in their order.
   *
   * @param inks each of the network's side
   */
  public List<Tokens> encode(List<InkImage> inks) throws NetworkException {
    return encoder.encode(inks.stream().map(this::pixels).toList()).stream()
        .map(tokens ->
            new Tokens(shifted(tokens.retrievalToken()), tokens.patchTokens(), tokens.rows()))
        .toList();
  }

  /**
   * Where a sketch's retrieval token looks, as {@link TokenEncoder#retrievalAttention} tells it.
   *
   * @param ink of the network's side
   * @return {@code heads * patches} values; empty where the network doesn't tell
   */
  public Optional<float[]> retrievalAttention(InkImage ink) throws NetworkException {
    return encoder.retrievalAttention(List.of(pixels(ink))).stream().findFirst();
  }

  private float[] pixels(InkImage ink) {
    float[] brightness = new float[ink.ink().length];
    for (int i = 0; i < brightness.length; i++) {
      brightness[i] = 1 - ink.ink()[i];
    }
    return Pixels.ofBrightness(brightness, encoder.manifest());
  }

  /** Sketches lie a little beside photos as a whole; the manifest knows how far. */
  private float[] shifted(float[] retrievalToken) {
    float[] shift = encoder.manifest().sketchShift();
    double[] moved = new double[retrievalToken.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = retrievalToken[i] + shift[i];
    }
    return UnitVector.of(moved);
  }
}
