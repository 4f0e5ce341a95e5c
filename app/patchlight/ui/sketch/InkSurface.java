package patchlight.ui.sketch;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Pixels of ink on transparent ground that a window shows. Drawing touches only the pixels near the
 * pen, and only those are sent to the screen: ink costs the same however much is drawn already.
 */
final class InkSurface {
  private static final int RED = 0x1d;
  private static final int GREEN = 0x21;
  private static final int BLUE = 0x29;
  private static final int[] INK = premultipliedShades();

  private final int width;
  private final int height;
  private final int[] pixels;
  private final PixelBuffer<IntBuffer> buffer;
  private final WritableImage image;

  private int dirtyLeft;
  private int dirtyTop;
  private int dirtyRight;
  private int dirtyBottom;

  /** A blank surface of at least one pixel. */
  InkSurface(int width, int height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    pixels = new int[this.width * this.height];
    buffer =
        new PixelBuffer<>(
            this.width, this.height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
    forgetDirt();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  Image image() {
    return image;
  }

  /** Opacity of one pixel, 0 to 255. */
  int inkAt(int x, int y) {
    return pixels[y * width + x] >>> 24;
  }

  /** Takes all ink away. */
  void wipe() {
    Arrays.fill(pixels, 0);
    soil(0, 0, width, height);
  }

  /**
   * Inks a round line between two points whose radius goes from one value to the other. Lines that
   * overlap do not add up: the darker one shows.
   */
  void line(double x1, double y1, double radius1, double x2, double y2, double radius2) {
    double reach = Math.max(radius1, radius2) + 1;
    int left = clamp(Math.floor(Math.min(x1, x2) - reach), width);
    int right = clamp(Math.ceil(Math.max(x1, x2) + reach), width);
    int top = clamp(Math.floor(Math.min(y1, y2) - reach), height);
    int bottom = clamp(Math.ceil(Math.max(y1, y2) + reach), height);
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length2 = dx * dx + dy * dy;
    for (int y = top; y < bottom; y++) {
      double py = y + 0.5 - y1;
      for (int x = left; x < right; x++) {
        double px = x + 0.5 - x1;
        double along = length2 > 0 ? Math.clamp((px * dx + py * dy) / length2, 0, 1) : 0;
        double away = Math.hypot(px - along * dx, py - along * dy);
        double ink = radius1 + along * (radius2 - radius1) + 0.5 - away;
        if (ink > 0) {
          int opacity = (int) Math.round(255 * Math.min(1, ink));
          int at = y * width + x;
          if (opacity > pixels[at] >>> 24) {
            pixels[at] = INK[opacity];
          }
        }
      }
    }
    soil(left, top, right, bottom);
  }

  /** Sends what changed since the last call to the screen. On the FX thread. */
  void show() {
    if (dirtyRight > dirtyLeft && dirtyBottom > dirtyTop) {
      Rectangle2D dirty =
          new Rectangle2D(dirtyLeft, dirtyTop, dirtyRight - dirtyLeft, dirtyBottom - dirtyTop);
      buffer.updateBuffer(all -> dirty);
    }
    forgetDirt();
  }

  private void soil(int left, int top, int right, int bottom) {
    dirtyLeft = Math.min(dirtyLeft, left);
    dirtyTop = Math.min(dirtyTop, top);
    dirtyRight = Math.max(dirtyRight, right);
    dirtyBottom = Math.max(dirtyBottom, bottom);
  }

  private void forgetDirt() {
    dirtyLeft = width;
    dirtyTop = height;
    dirtyRight = 0;
    dirtyBottom = 0;
  }

  private static int clamp(double value, int max) {
    return (int) Math.clamp(value, 0, max);
  }

  private static int[] premultipliedShades() {
    int[] shades = new int[256];
    for (int a = 0; a < 256; a++) {
      shades[a] = (a << 24) | ((RED * a / 255) << 16) | ((GREEN * a / 255) << 8) | (BLUE * a / 255);
    }
    return shades;
  }
}
