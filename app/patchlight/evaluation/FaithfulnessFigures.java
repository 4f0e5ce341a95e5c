package patchlight.evaluation;

import patchlight.explanation.Faithfulness;

/**
 * How much more what explanations mark matters to the match than patches drawn at random, summed
 * over pairs of a drawing and a photo. The means are over the pairs that have a match to lose.
 *
 * @param pairs that were put to the test
 * @param tooUnlike of them, how many have too little in common to have a match to lose
 * @param better of the others, how many have a score above 0
 * @param scores the sum of their scores
 * @param lost the sum of what covering the marked fifth costs each of them, as shares of the match
 * @param lostAtRandom the sum of what covering a fifth drawn at random costs
 */
public record FaithfulnessFigures(
    int pairs, int tooUnlike, int better, double scores, double lost, double lostAtRandom) {
  static final FaithfulnessFigures NONE = new FaithfulnessFigures(0, 0, 0, 0, 0, 0);

  /** The figures of one pair. */
  static FaithfulnessFigures of(Faithfulness measured) {
    return measured.measurable()
        ? new FaithfulnessFigures(
            1,
            0,
            measured.score() > 0 ? 1 : 0,
            measured.score(),
            measured.lost(Faithfulness.TOLD),
            measured.lostAtRandom(Faithfulness.TOLD))
        : new FaithfulnessFigures(1, 1, 0, 0, 0, 0);
  }

  /** Pairs that have a match to lose. */
  public int measured() {
    return pairs - tooUnlike;
  }

  /** Mean of {@link Faithfulness#score}; NaN where no pair was measured. */
  public double score() {
    return scores / measured();
  }

  /** Share of the pairs that score above 0, in [0, 1]; NaN where no pair was measured. */
  public double betterThanRandom() {
    return (double) better / measured();
  }

  /** Mean share of the match that covering the marked fifth costs; NaN where none was measured. */
  public double lostByAFifth() {
    return lost / measured();
  }

  /** The same for a fifth drawn at random. */
  public double lostByARandomFifth() {
    return lostAtRandom / measured();
  }

  /** The figures of both together. */
  public FaithfulnessFigures plus(FaithfulnessFigures other) {
    return new FaithfulnessFigures(
        pairs + other.pairs,
        tooUnlike + other.tooUnlike,
        better + other.better,
        scores + other.scores,
        lost + other.lost,
        lostAtRandom + other.lostAtRandom);
  }
}
