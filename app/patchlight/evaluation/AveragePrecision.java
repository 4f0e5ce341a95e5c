package patchlight.evaluation;

import java.util.Arrays;

/**
 * The formulas of retrieval, each under its own name since the literature uses one word for several
 * (evaluation protocol of ZSE-SBIR, arXiv 2303.14348, section 4).
 *
 * <p>A ranking is an array of relevance, best photo first: {@code true} where the photo is of the
 * query's category. R stands for how many are.
 */
public final class AveragePrecision {
  private AveragePrecision() {}

  /** Plain AP: the mean over the relevant photos of the precision at their rank; 0 without any. */
  public static double plain(boolean[] ranking) {
    int relevant = count(ranking);
    return relevant == 0 ? 0 : precisionSum(ranking, ranking.length) / relevant;
  }

  /** VOC AP: like plain, with precision replaced by the highest precision from there on. */
  public static double voc(boolean[] ranking) {
    return vocAt(ranking, ranking.length);
  }

  /**
   * VOC AP over the first {@code k} ranks, where the highest precision is sought too, divided by
   * min(k, R): mAP@200 as the released code of ZSE-SBIR counts it.
   */
  public static double vocAt(boolean[] ranking, int k) {
    int relevant = count(ranking);
    boolean[] top = Arrays.copyOf(ranking, Math.min(k, ranking.length));
    double envelope = 0;
    double sum = 0;
    int seen = count(top);
    for (int rank = top.length; rank >= 1; rank--) {
      if (top[rank - 1]) {
        envelope = Math.max(envelope, (double) seen / rank);
        sum += envelope;
        seen--;
      }
    }
    return relevant == 0 ? 0 : sum / Math.min(k, relevant);
  }

  /** AP over the first {@code k} ranks, divided by min(k, R). */
  public static double at(boolean[] ranking, int k) {
    int relevant = count(ranking);
    return relevant == 0 ? 0 : precisionSum(ranking, k) / Math.min(k, relevant);
  }

  /** Share of relevant photos among the first min(k, R). */
  public static double precisionAt(boolean[] ranking, int k) {
    int depth = Math.min(k, count(ranking));
    int hits = 0;
    for (int i = 0; i < depth; i++) {
      hits += ranking[i] ? 1 : 0;
    }
    return depth == 0 ? 0 : (double) hits / depth;
  }

  private static double precisionSum(boolean[] ranking, int k) {
    double sum = 0;
    int seen = 0;
    for (int i = 0; i < Math.min(k, ranking.length); i++) {
      if (ranking[i]) {
        seen++;
        sum += (double) seen / (i + 1);
      }
    }
    return sum;
  }

  private static int count(boolean[] ranking) {
    int relevant = 0;
    for (boolean hit : ranking) {
      relevant += hit ? 1 : 0;
    }
    return relevant;
  }
}
