package patchlight.network;

/**
 * What the encoder says of one picture.
 *
 * @param retrievalToken L2-normalised, {@code retrievalDim} values; dot products of two are cosine
 *     similarities
 * @param patchTokens row by row, {@code rows * patchDim} values: the manifest's leading tokens,
 *     then one token for each patch in row order; a patch keeps its place in the picture
 * @param rows how many tokens those are
 */
public record Tokens(float[] retrievalToken, float[] patchTokens, int rows) {
  public Tokens {
    if (rows <= 0 || patchTokens.length % rows != 0) {
      throw new IllegalArgumentException(
          patchTokens.length + " values are no " + rows + " patch tokens");
    }
  }

  /** Values of one patch token. */
  public int patchDim() {
    return patchTokens.length / rows;
  }
}
