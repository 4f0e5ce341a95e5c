package patchlight.ui.explanation;

import patchlight.explanation.Explanation;
import patchlight.messages.Messages;
import patchlight.retrieval.RankedPhoto;

/**
 * How sure the network is of one photo, in plain words and in the figures behind them.
 *
 * @param sentence similarity and second opinion, for a visitor
 * @param lines what the match lines are worth, for a visitor
 * @param similarity cosine of the retrieval tokens, in [-1, 1]
 * @param relationScore the matcher's score in [0, 1]
 * @param sharpness how definite the attention behind the lines is, in [0, 1]
 */
public record Verdict(
    String sentence, String lines, double similarity, double relationScore, double sharpness) {
  static final Verdict NONE = new Verdict("", "", 0, 0, 0);

  private static final double AGREES = 0.6;
  private static final double DISAGREES = 0.4;
  private static final double SHARP = 0.45;
  private static final double BLURRED = 0.15;

  static Verdict of(RankedPhoto photo, Explanation explanation) {
    double relation = explanation.relationScore();
    return new Verdict(
        sentence(photo.rank(), relation),
        lines(explanation.confidence()),
        photo.similarity(),
        relation,
        explanation.confidence());
  }

  /**
   * The order of similarities is what a search is about; what a single value is worth differs from
   * sketch to sketch. So the words come from the rank, and the certainty from the score that was
   * trained to be one.
   */
  private static String sentence(int rank, double relation) {
    if (relation >= AGREES) {
      return Messages.text("ui.explanation.agrees", rank);
    }
    return relation > DISAGREES
        ? Messages.text("ui.explanation.undecided", rank)
        : Messages.text("ui.explanation.disagrees", rank);
  }

  private static String lines(double sharpness) {
    if (sharpness >= SHARP) {
      return Messages.text("ui.explanation.lines.sharp");
    }
    return sharpness >= BLURRED
        ? Messages.text("ui.explanation.lines.mixed")
        : Messages.text("ui.explanation.lines.blurred");
  }
}
