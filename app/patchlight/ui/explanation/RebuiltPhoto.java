package patchlight.ui.explanation;

import javafx.scene.image.Image;
import patchlight.explanation.PatchReplacement;
import patchlight.retrieval.RankedPhoto;

/**
 * The sketch rebuilt from one photo.
 *
 * @param photo whose patches were taken
 * @param picture of them
 */
public record RebuiltPhoto(RankedPhoto photo, PatchReplacement picture) {
  /** The photo's patches alone, to be laid over the sketch. */
  Image image() {
    return PixelImages.of(picture.picture(1), picture.side());
  }
}
