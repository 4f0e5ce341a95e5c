package patchlight.ui.explanation;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import patchlight.sketch.InkImage;

/** Pixels as JavaFX shows them. */
final class PixelImages {
  private static final int OPAQUE = 0xff000000;

  private PixelImages() {}

  /** A sketch, dark on white. */
  static Image of(InkImage ink) {
    int[] rgb = new int[ink.ink().length];
    for (int i = 0; i < rgb.length; i++) {
      int grey = Math.round(255 * (1 - ink.ink()[i]));
      rgb[i] = (grey << 16) | (grey << 8) | grey;
    }
    return of(rgb, ink.side());
  }

  /**
   * A square picture.
   *
   * @param rgb side × side values 0xRRGGBB, row by row
   */
  static Image of(int[] rgb, int side) {
    int[] argb = new int[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      argb[i] = OPAQUE | rgb[i];
    }
    WritableImage image = new WritableImage(side, side);
    image
        .getPixelWriter()
        .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), argb, 0, side);
    return image;
  }
}
