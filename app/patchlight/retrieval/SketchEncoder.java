package patchlight.retrieval;

import java.util.ArrayList;
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
    List<Tokens> drawn = encoder.encode(inks.stream().map(this::pixels).toList());
    List<double[]> sums = drawn.stream().map(tokens -> wide(tokens.retrievalToken())).toList();
    for (float turn : encoder.manifest().sketchTurns()) {
      List<float[]> turned = inks.stream().map(ink -> pixels(ink.turned(turn, whole))).toList();
      addTo(sums, encoder.encode(turned));
    }
    List<Tokens> seen = new ArrayList<>(inks.size());
    for (int i = 0; i < drawn.size(); i++) {
      Tokens tokens = drawn.get(i);
      seen.add(
          new Tokens(shifted(UnitVector.of(sums.get(i))), tokens.patchTokens(), tokens.rows()));
    }
    return seen;
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

  private static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static void addTo(List<double[]> sums, List<Tokens> turned) {
    for (int i = 0; i < sums.size(); i++) {
      float[] token = turned.get(i).retrievalToken();
      for (int d = 0; d < token.length; d++) {
        sums.get(i)[d] += token[d];
      }
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
