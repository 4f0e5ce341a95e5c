package patchlight.ui.explanation;

import patchlight.explanation.Explanation;
import patchlight.retrieval.RankedPhoto;
import patchlight.retrieval.Ranking;
import patchlight.sketch.InkImage;
import patchlight.sketch.Sketch;

/**
 * An explanation with what it explains.
 *
 * @param photo the photo that was found
 * @param sketch the drawing that it was found with
 * @param ranking in which it was found
 * @param explanation which patch answers to which
 */
public record ShownExplanation(
    RankedPhoto photo, Sketch sketch, Ranking ranking, Explanation explanation) {
  /** The sketch as the network saw it. */
  public InkImage ink() {
    return ranking.ink();
  }

  /** The best photo of the ranking. */
  public RankedPhoto first() {
    return ranking.photos().getFirst();
  }

  /** Whether this is the best photo itself. */
  public boolean isFirst() {
    return first().photo().path().equals(photo.photo().path());
  }
}
