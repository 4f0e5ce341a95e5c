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

  /**
   * The cosine of two retrieval tokens, in [-1, 1].
   *
   * @param a L2-normalised
   * @param b L2-normalised, as long as {@code a}
   */
  public static float cosine(float[] a, float[] b) {
    // Four sums side by side, since one alone waits for each addition.
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + s2 + s3;
  }

  /** Values of one patch token. */
  public int patchDim() {
    return patchTokens.length / rows;
  }
}
