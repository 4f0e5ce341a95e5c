package patchlight.evaluation;

import java.util.OptionalDouble;
import patchlight.explanation.Explanation;
import patchlight.network.NetworkException;
import patchlight.sketch.InkImage;

/** Says which patch of a sketch answers to which patch of a photo, and how far that is true. */
@FunctionalInterface
interface PairExplainer {
  /**
   * One pair explained.
   *
   * @param faithfulness of the explanation; empty where it was not measured, or there is no match
   *     to measure it by
   */
  record Explained(Explanation explanation, OptionalDouble faithfulness) {}

  /**
   * Explains one pair.
   *
   * @param ink the sketch, of the network's side
   * @param rgb the photo, side × side values 0xRRGGBB, row by row
   */
  Explained explain(InkImage ink, int[] rgb) throws NetworkException;
}
