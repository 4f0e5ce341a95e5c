package patchlight.retrieval;

import java.util.Arrays;

/** Ranks by a value: the largest first, equal ones as they were. */
public final class FallingOrder {
  private FallingOrder() {}

  /**
   * The indices of the values in their order.
   *
   * @param values any numbers but NaN
   */
  public static int[] of(float[] values) {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) descending(values[i]) << 32 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** The first of a ranking reordered by falling score, equal ones as they were. */
  public static int[] ofFirst(int[] ranked, float[] scores) {
    int[] reordered = ranked.clone();
    int[] order = of(scores);
    for (int i = 0; i < order.length; i++) {
      reordered[i] = ranked[order[i]];
    }
    return reordered;
  }

  /** An int that is smaller the larger the value is; adding 0 turns -0 into 0, its equal. */
  private static int descending(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return ~(bits ^ (bits >> 31 & 0x7fffffff));
  }
}
