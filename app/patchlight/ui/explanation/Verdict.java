package patchlight.ui.explanation;

import java.util.List;
import java.util.OptionalDouble;
import patchlight.explanation.Correspondence;
import patchlight.explanation.Explanation;
import patchlight.messages.Messages;
import patchlight.retrieval.RankedPhoto;

/**
 * How sure the network is of one photo, in plain words and in the figures behind them.
 *
 * <p>The order of similarities is what a search is about, so the words come from the rank, and from
 * how often photos so similar were right where that was measured. They do not come from the
 * relation score: on kinds of things that the network never learned it tells right photos from
 * wrong ones no better than chance (model card).
 *
 * @param sentence where the photo stands, for a visitor
 * @param worth how often photos so similar were right in a test, for a visitor; empty if that was
 *     not measured
 * @param lines what the match lines are worth, for a visitor
 * @param similarity cosine of the retrieval tokens, in [-1, 1]
 * @param relationScore the matcher's score in [0, 1]
 * @param sharpness how definite the attention behind the lines is, in [0, 1]
 */
public record Verdict(
    String sentence,
    String worth,
    String lines,
    double similarity,
    double relationScore,
    double sharpness) {
  static final Verdict NONE = new Verdict("", "", "", 0, 0, 0);

  private static final double SHARP = 0.45;
  private static final double BLURRED = 0.15;

  /**
   * Judges one photo.
   *
   * @param inSight the pairs that are drawn as lines
   */
  static Verdict of(ShownExplanation shown, List<Correspondence> inSight) {
    RankedPhoto photo = shown.photo();
    Explanation explanation = shown.explanation();
    OptionalDouble right = shown.ranking().right(photo);
    return new Verdict(
        Messages.text("ui.explanation.place", photo.rank()),
        right.isEmpty()
            ? ""
            : Messages.text("ui.explanation.worth", Math.round(10 * right.getAsDouble())),
        lines(explanation, inSight),
        photo.similarity(),
        explanation.relationScore(),
        explanation.confidence());
  }

  /**
   * Measured where the network tells how often its lines are right, by their sharpness elsewhere.
   */
  private static String lines(Explanation explanation, List<Correspondence> inSight) {
    OptionalDouble right = explanation.right(inSight);
    if (right.isPresent()) {
      return Messages.text("ui.explanation.lines.measured", Math.round(10 * right.getAsDouble()));
    }
    double sharpness = explanation.confidence();
    if (sharpness >= SHARP) {
      return Messages.text("ui.explanation.lines.sharp");
    }
    return sharpness >= BLURRED
        ? Messages.text("ui.explanation.lines.mixed")
        : Messages.text("ui.explanation.lines.blurred");
  }
}
