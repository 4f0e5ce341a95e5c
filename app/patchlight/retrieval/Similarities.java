package patchlight.retrieval;

import java.util.Arrays;
import java.util.List;
import patchlight.network.Tokens;

/**
 * All similarities among a few hundred tokens, the same as {@link Tokens#cosine} gives to the last
 * bit. One token is compared with all others at once, value by value: a processor does that in its
 * vector registers, which it cannot for a sum along a single token.
 */
final class Similarities {
  /** {@link Tokens#cosine} adds up every fourth product, and then these sums. */
  private static final int SUMS = 4;

  /** So many values of a token are added in one pass, or memory would be waited for. */
  private static final int AT_ONCE = 4;

  private final List<float[]> tokens;
  private final float[][] byValue;

  private Similarities(List<float[]> tokens) {
    this.tokens = tokens;
    byValue = new float[tokens.getFirst().length][tokens.size()];
    for (int token = 0; token < tokens.size(); token++) {
      for (int d = 0; d < byValue.length; d++) {
        byValue[d][token] = tokens.get(token)[d];
      }
    }
  }

  /**
   * Compares tokens with each other.
   *
   * @param tokens L2-normalised
   * @return a row for each token with its similarity to each, 1 to itself
   */
  static float[][] among(List<float[]> tokens) {
    float[][] similarity = new float[tokens.size()][tokens.size()];
    if (tokens.isEmpty()) {
      return similarity;
    }
    Similarities compared = new Similarities(tokens);
    float[][] sums = new float[SUMS][tokens.size()];
    for (int i = 0; i < similarity.length; i++) {
      compared.addUp(i, sums);
      similarity[i][i] = 1;
      for (int j = 0; j < i; j++) {
        similarity[i][j] = sums[0][j] + sums[1][j] + sums[2][j] + sums[3][j];
        similarity[j][i] = similarity[i][j];
      }
    }
    return similarity;
  }

  /** The four sums of a token's products with each of those before it. */
  private void addUp(int token, float[][] sums) {
    float[] values = tokens.get(token);
    int even = values.length / SUMS * SUMS;
    for (int first = 0; first < SUMS; first++) {
      float[] sum = sums[first];
      Arrays.fill(sum, 0, token, 0);
      int d = first;
      for (; d + (AT_ONCE - 1) * SUMS < even; d += AT_ONCE * SUMS) {
        addFour(sum, values, d, token);
      }
      for (; d < even; d += SUMS) {
        addOne(sum, values, d, token);
      }
    }
    for (int d = even; d < values.length; d++) {
      addOne(sums[0], values, d, token);
    }
  }

  private void addOne(float[] sum, float[] values, int d, int tokens) {
    float a = values[d];
    float[] as = byValue[d];
    for (int i = 0; i < tokens; i++) {
      sum[i] += a * as[i];
    }
  }

  /** Every fourth value, in the order in which one after the other would be added. */
  private void addFour(float[] sum, float[] values, int first, int tokens) {
    float a = values[first];
    float b = values[first + SUMS];
    float c = values[first + 2 * SUMS];
    float d = values[first + 3 * SUMS];
    float[] as = byValue[first];
    float[] bs = byValue[first + SUMS];
    float[] cs = byValue[first + 2 * SUMS];
    float[] ds = byValue[first + 3 * SUMS];
    for (int i = 0; i < tokens; i++) {
      sum[i] = sum[i] + a * as[i] + b * bs[i] + c * cs[i] + d * ds[i];
    }
  }
}
