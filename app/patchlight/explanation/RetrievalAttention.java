package patchlight.explanation;

/**
 * Where the retrieval token looks in one picture, in each attention head of the encoder's last
 * layer (ZSE-SBIR, arXiv 2303.14348, section 4).
 *
 * @param heads how many heads there are
 * @param weights head by head, {@code heads * patches} values in [0, 1] in row order
 */
public record RetrievalAttention(int heads, float[] weights) {
  public RetrievalAttention {
    if (heads < 1 || weights.length % heads != 0) {
      throw new IllegalArgumentException(weights.length + " weights are no " + heads + " heads");
    }
  }

  /** Patches of the picture. */
  public int patches() {
    return weights.length / heads;
  }

  /**
   * One head's attention.
   *
   * @return one value a patch, scaled so that the largest is 1; all 0 where the head looks nowhere
   */
  public float[] head(int head) {
    float[] one = new float[patches()];
    System.arraycopy(weights, head * patches(), one, 0, patches());
    return Explanation.scaledToMax(one);
  }

  /** The mean over all heads, scaled so that the largest is 1. */
  public float[] mean() {
    float[] sum = new float[patches()];
    for (int i = 0; i < weights.length; i++) {
      sum[i % sum.length] += weights[i];
    }
    return Explanation.scaledToMax(sum);
  }
}
