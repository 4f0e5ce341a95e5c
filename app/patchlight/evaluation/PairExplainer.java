package patchlight.evaluation;

import java.util.Optional;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.network.NetworkException;
import patchlight.sketch.InkImage;

/** Says which patch of a sketch answers to which patch of a photo, and how far that is true. */
@FunctionalInterface
interface PairExplainer {
  /** One pair explained, with the faithfulness of the explanation where it was asked for. */
  record Explained(Explanation explanation, Optional<Faithfulness> faithfulness) {}

  /**
   * Explains one pair.
   *
   * @param ink the sketch, of the network's side
   * @param rgb the photo, side × side values 0xRRGGBB, row by row
   * @param tested whether the explanation is put to the test, too
   */
  Explained explain(InkImage ink, int[] rgb, boolean tested) throws NetworkException;
}
