package patchlight.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bundle says of its network: any network that keeps this contract can take the place of the
 * shipped one.
 *
 * @param name of the network
 * @param version of the network
 * @param side pixels along one side of the square input
 * @param grid patches along one side of the picture
 * @param mean subtracted from each channel's brightness in [0, 1], red first
 * @param std divides each channel afterwards
 * @param retrievalDim values of a retrieval token
 * @param patchDim values of a patch token
 * @param leadingTokens rows before the patch tokens that are no place of the picture, such as the
 *     retrieval token as cross-attention takes it; they travel with the patch tokens to the matcher
 * @param encoder the graph from pixels to tokens
 * @param matcher the graph from a sketch's and photos' patch tokens to scores and correspondences
 * @param precision fp32, fp16 or int8: how the weights of the encoder and the matcher are kept;
 *     tensors are float32 in any case. {@link Encoder#int8} stands beside it
 * @param sketchShift added to a sketch's retrieval token before it is normalised again: from the
 *     mean training sketch to the mean training photo, {@code retrievalDim} values; zeros where
 *     nobody measured it
 * @param sketchTurns degrees clockwise: a sketch's retrieval token is the mean of those of the
 *     sketch and of the sketch turned by each of these; often none
 * @param photoTruth how often one of the first ten photos was right, by the similarity that ranks
 *     it, {@link MeasuredTruth#UNKNOWN} if not told
 * @param rerank whether ordering by relation score measured better than ordering by similarity
 * @param training what the network was trained on
 * @param metrics figures measured on the validation categories
 * @param license under which it may be used, if told
 * @param source where it comes from, if told
 */
public record Manifest(
    String name,
    String version,
    int side,
    int grid,
    float[] mean,
    float[] std,
    int retrievalDim,
    int patchDim,
    int leadingTokens,
    Encoder encoder,
    Matcher matcher,
    String precision,
    float[] sketchShift,
    float[] sketchTurns,
    MeasuredTruth photoTruth,
    boolean rerank,
    String training,
    Map<String, Object> metrics,
    Optional<String> license,
    Optional<String> source) {

  /** The file that holds a manifest in the bundle's folder. */
  static final String FILE = "manifest.json";

  /**
   * The encoder's file and the names of its tensors.
   *
   * @param file name in the bundle's folder
   * @param sha256 of the file, in hex
   * @param input pixels, [B, 3, side, side]
   * @param retrievalToken [B, retrievalDim], L2-normalised
   * @param patchTokens [B, T, patchDim], T = leadingTokens + grid²
   * @param retrievalAttention [B, H, grid²], if the graph tells it: what the retrieval token gave
   *     to each patch in each of H heads; a row sums to at most 1
   * @param int8 the same graph with integer weights, if there is one: faster on processors. Its
   *     tensors are float32 and have the same names
   */
  public record Encoder(
      String file,
      String sha256,
      String input,
      String retrievalToken,
      String patchTokens,
      Optional<String> retrievalAttention,
      Optional<GraphFile> int8) {}

  /**
   * One file of a bundle.
   *
   * @param file name in the bundle's folder
   * @param sha256 of the file, in hex
   */
  public record GraphFile(String file, String sha256) {}

  /**
   * The matcher's file and the names of its tensors.
   *
   * @param file name in the bundle's folder
   * @param sha256 of the file, in hex
   * @param sketch patch tokens of one sketch, [1, T, patchDim], as the encoder gave them
   * @param photos patch tokens of photos, [K, T, patchDim]
   * @param relationScore [K], each in [0, 1]
   * @param sketchToPhoto [K, N, N] between places alone, N = grid²; rows sum to 1
   * @param photoToSketch [K, N, N] the same way, rows sum to 1
   * @param lineTruth how often links between patches are right, by their strength, {@link
   *     MeasuredTruth#UNKNOWN} if not told
   */
  public record Matcher(
      String file,
      String sha256,
      String sketch,
      String photos,
      String relationScore,
      String sketchToPhoto,
      String photoToSketch,
      MeasuredTruth lineTruth) {}

  /** All graphs of the bundle, each with its sum. */
  List<GraphFile> graphs() {
    List<GraphFile> graphs = new ArrayList<>();
    graphs.add(new GraphFile(encoder.file(), encoder.sha256()));
    graphs.add(new GraphFile(matcher.file(), matcher.sha256()));
    encoder.int8().ifPresent(graphs::add);
    return graphs;
  }

  /** All precisions that the encoder is there in, such as "fp32, int8". */
  public String precisions() {
    return encoder.int8().isPresent() && !precision.equals("int8")
        ? precision + ", int8"
        : precision;
  }

  /** Patches of one picture. */
  public int patches() {
    return grid * grid;
  }

  /** Rows of one picture's patch tokens: those that are no place, then one for each patch. */
  public int tokenRows() {
    return leadingTokens + patches();
  }

  /** Values of one picture as the encoder takes it: three planes of side × side. */
  public int pixelValues() {
    return 3 * side * side;
  }
}
