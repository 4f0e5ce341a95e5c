package patchlight.network;

import java.util.OptionalDouble;

/**
 * How often something that a network says is right, by how strongly it says it: measured where the
 * truth is known, on kinds of things that the network never learned (model card).
 *
 * @param strengths rising, each in (0, 1]; none where nobody measured it
 * @param right share that was right of what was said as strongly, in [0, 1]
 */
public record MeasuredTruth(float[] strengths, float[] right) {
  public static final MeasuredTruth UNKNOWN = new MeasuredTruth(new float[0], new float[0]);

  public MeasuredTruth {
    if (strengths.length != right.length) {
      throw new IllegalArgumentException("Each strength needs a share, and each share a strength");
    }
  }

  /**
   * The share for any strength: linear between the logarithms of those measured, and that of the
   * weakest or strongest beyond them.
   */
  public OptionalDouble right(double strength) {
    if (strengths.length == 0) {
      return OptionalDouble.empty();
    }
    int above = 0;
    while (above < strengths.length && strengths[above] < strength) {
      above++;
    }
    if (above == 0 || above == strengths.length) {
      return OptionalDouble.of(right[Math.min(above, strengths.length - 1)]);
    }
    double from = Math.log(strengths[above - 1]);
    double to = Math.log(strengths[above]);
    double share = (Math.log(strength) - from) / (to - from);
    return OptionalDouble.of(right[above - 1] + share * (right[above] - right[above - 1]));
  }
}
