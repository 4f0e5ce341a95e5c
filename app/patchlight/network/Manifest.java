package patchlight.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

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
 * @param encoder the graph from pixels to tokens
 * @param matcher the graph from a sketch's and photos' patch tokens to scores and correspondences
 * @param precision fp32 or int8
 * @param sketchShift added to a sketch's retrieval token before it is normalised again: from the
 *     mean training sketch to the mean training photo, {@code retrievalDim} values
 * @param rerank whether ordering by relation score measured better than ordering by similarity
 * @param training what the network was trained on
 * @param metrics figures measured on the validation categories
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
    String name,
    String version,
    int side,
    int grid,
    float[] mean,
    float[] std,
    int retrievalDim,
    int patchDim,
    Encoder encoder,
    Matcher matcher,
    String precision,
    float[] sketchShift,
    boolean rerank,
    String training,
    Map<String, Object> metrics) {

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build()
          .readerFor(Manifest.class);

  public Manifest {
    if (side <= 0 || grid <= 0 || mean.length != 3 || std.length != 3) {
      throw new IllegalArgumentException(
          "A network needs a side, a grid and three means and deviations");
    }
    if (sketchShift.length != retrievalDim) {
      throw new IllegalArgumentException(
          "A sketch shift of " + sketchShift.length + " values for " + retrievalDim);
    }
  }

  /**
   * The encoder's file and the names of its tensors.
   *
   * @param file name in the bundle's folder
   * @param sha256 of the file, in hex
   * @param input pixels, [B, 3, side, side]
   * @param retrievalToken [B, retrievalDim], L2-normalised
   * @param patchTokens [B, grid², patchDim]
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Encoder(
      String file, String sha256, String input, String retrievalToken, String patchTokens) {}

  /**
   * The matcher's file and the names of its tensors.
   *
   * @param file name in the bundle's folder
   * @param sha256 of the file, in hex
   * @param sketch patch tokens of one sketch, [1, N, patchDim]
   * @param photos patch tokens of photos, [K, N, patchDim]
   * @param relationScore [K], each in [0, 1]
   * @param sketchToPhoto [K, N, N], rows sum to 1
   * @param photoToSketch [K, N, N], rows sum to 1
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Matcher(
      String file,
      String sha256,
      String sketch,
      String photos,
      String relationScore,
      String sketchToPhoto,
      String photoToSketch) {}

  /** Patches of one picture. */
  public int patches() {
    return grid * grid;
  }

  /** Values of one picture as the encoder takes it: three planes of side × side. */
  public int pixelValues() {
    return 3 * side * side;
  }

  static Manifest parse(byte[] json) throws IOException {
    return READER.readValue(json);
  }
}
