package patchlight.retrieval;

import java.util.List;
import patchlight.network.Tokens;

/**
 * Lets the photos nearest to a sketch take part in the search: one vote for the five nearest
 * together, one for the sketch. Photos of one kind of thing lie closer to each other than to any
 * sketch of it, so a few right ones bring the others along.
 *
 * <p>Average query expansion with weights that fall with the similarity (Chum et al., ICCV 2007;
 * Radenović et al., TPAMI 2019, section 3.4). Five photos and a whole vote were chosen where things
 * that a gallery shows only a few times are hardly pushed back; see decisions 13, 21 and 28.
 */
public final class QueryExpansion {
  /** So many of the nearest photos take part. */
  public static final int NEIGHBOURS = 5;

  private static final double POWER = 3;
  private static final double VOTE = 1;

  private QueryExpansion() {}

  /**
   * The token to search with.
   *
   * @param sketch the sketch's retrieval token, or the query that photos have moved already,
   *     L2-normalised
   * @param nearest retrieval tokens of the photos nearest to it, or their sums with their kin,
   *     L2-normalised, best first
   * @return L2-normalised; {@code sketch} itself where no photo is similar to it
   */
  public static float[] expanded(float[] sketch, List<float[]> nearest) {
    double[] weights = nearest.stream().mapToDouble(photo -> weight(sketch, photo)).toArray();
    double all = 0;
    for (double weight : weights) {
      all += weight;
    }
    if (all == 0) {
      return sketch.clone();
    }
    double[] sum = new double[sketch.length];
    for (int d = 0; d < sum.length; d++) {
      sum[d] = sketch[d];
      for (int i = 0; i < weights.length; i++) {
        sum[d] += VOTE * weights[i] / all * nearest.get(i)[d];
      }
    }
    return UnitVector.of(sum);
  }

  private static double weight(float[] sketch, float[] photo) {
    return Math.pow(Math.max(0, Tokens.cosine(sketch, photo)), POWER);
  }
}
