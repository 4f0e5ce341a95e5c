package patchlight.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import patchlight.network.NetworkException;
import patchlight.network.Pixels;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.sketch.InkImage;
import patchlight.sketch.InkTurning;

/**
 * Encodes ink: dark on white paper, three equal channels, as the network was trained.
 *
 * <p>Nobody draws quite upright, and a token changes with every degree. So a sketch is also looked
 * at a little turned, if the network's manifest says so: the retrieval token is the mean over all
 * of these. Patch tokens are of the sketch as it was drawn. See decision 28.
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
    return encodeParts(List.of(ink), ink).getFirst();
  }

  /**
   * The tokens of a few drawings that are parts of one, in their order. Turned too, each keeps the
   * place that it has in the whole.
   *
   * @param inks each of the network's side
   * @param whole the drawing whose parts they are, in the same frame; it may be among them
   */
  public List<Tokens> encodeParts(List<InkImage> inks, InkImage whole) throws NetworkException {
    List<float[]> looks = new ArrayList<>(inks.stream().map(this::pixels).toList());
    for (float degrees : encoder.manifest().sketchTurns()) {
      InkTurning turning = InkTurning.of(whole, degrees);
      inks.forEach(ink -> looks.add(pixels(turning.turned(ink))));
    }
    List<Tokens> seen = encoder.encode(looks);
    List<Tokens> tokens = new ArrayList<>(inks.size());
    for (int i = 0; i < inks.size(); i++) {
      double[] sum = new double[encoder.manifest().retrievalDim()];
      for (int look = i; look < seen.size(); look += inks.size()) {
        add(seen.get(look).retrievalToken(), sum);
      }
      Tokens drawn = seen.get(i);
      tokens.add(new Tokens(shifted(UnitVector.of(sum)), drawn.patchTokens(), drawn.rows()));
    }
    return tokens;
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

  private static void add(float[] token, double[] sum) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += token[d];
    }
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
