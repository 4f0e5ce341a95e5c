package patchlight.ui.explanation;

import javafx.scene.image.Image;
import patchlight.explanation.PatchReplacement;
import patchlight.retrieval.RankedPhoto;

/**
 * The sketch rebuilt from one photo, ready to be shown.
 *
 * @param photo whose patches were taken
 * @param replacement what was done
 * @param patches the photo's patches alone, to be laid over the sketch
 * @param sketch the sketch alone, of the same size
 */
public record RebuiltPhoto(
    RankedPhoto photo, PatchReplacement replacement, Image patches, Image sketch) {
  /** Draws both pictures; not on the FX thread, which they would hold up. */
  public static RebuiltPhoto of(RankedPhoto photo, PatchReplacement replacement) {
    return new RebuiltPhoto(
        photo,
        replacement,
        PixelImages.of(replacement.picture(1), replacement.side()),
        PixelImages.of(replacement.picture(0), replacement.side()));
  }
}
