package patchlight.evaluation;

import patchlight.explanation.Explanation;
import patchlight.network.NetworkException;
import patchlight.sketch.InkImage;

/** Says which patch of a sketch answers to which patch of a photo. */
@FunctionalInterface
interface PairExplainer {
  /**
   * Explains one pair.
   *
   * @param ink the sketch, of the network's side
   * @param rgb the photo, side × side values 0xRRGGBB, row by row
   */
  Explanation explain(InkImage ink, int[] rgb) throws NetworkException;
}
