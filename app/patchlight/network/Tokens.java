package patchlight.network;

/**
 * What the encoder says of one picture.
 *
 * @param retrievalToken L2-normalised, {@code retrievalDim} values; dot products of two are cosine
 *     similarities
 * @param patchTokens patch by patch in row order, {@code patches * patchDim} values; a patch keeps
 *     its place in the picture
 * @param patches how many patch tokens there are, the grid's side squared
 */
public record Tokens(float[] retrievalToken, float[] patchTokens, int patches) {
  public Tokens {
    if (patches <= 0 || patchTokens.length % patches != 0) {
      throw new IllegalArgumentException(
          patchTokens.length + " values are no " + patches + " patch tokens");
    }
  }

  /** Values of one patch token. */
  public int patchDim() {
    return patchTokens.length / patches;
  }
}
