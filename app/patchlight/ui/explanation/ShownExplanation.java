package patchlight.ui.explanation;

import patchlight.explanation.Explanation;
import patchlight.retrieval.RankedPhoto;
import patchlight.sketch.InkImage;

/**
 * An explanation with what it explains.
 *
 * @param photo the photo that was found
 * @param ink the sketch as the network saw it
 * @param explanation which patch answers to which
 */
public record ShownExplanation(RankedPhoto photo, InkImage ink, Explanation explanation) {}
