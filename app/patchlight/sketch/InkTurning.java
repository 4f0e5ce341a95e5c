package patchlight.sketch;

/**
 * Turns ink, and fits it into the picture as the rasterizer fits strokes: the longer side of the
 * box around it fills the picture but for the margin. {@code model/patchlight_network/turns.py}
 * does the same.
 */
final class InkTurning {
  /** Ink from here on counts for the drawing's box. */
  private static final float SURE = 0.2f;

  private final InkImage image;
  private final double cos;
  private final double sin;
  private final double middle;

  private InkTurning(InkImage image, double degrees) {
    this.image = image;
    cos = Math.cos(Math.toRadians(degrees));
    sin = Math.sin(Math.toRadians(degrees));
    middle = image.side() / 2.0;
  }

  /** See {@link InkImage#turned}. */
  static InkImage turned(InkImage image, double degrees) {
    return new InkTurning(image, degrees).turned();
  }

  private InkImage turned() {
    int side = image.side();
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < image.ink().length; i++) {
      if (image.ink()[i] >= SURE) {
        double x = fromMiddle(i % side);
        double y = fromMiddle(i / side);
        left = Math.min(left, cos * x - sin * y);
        right = Math.max(right, cos * x - sin * y);
        top = Math.min(top, sin * x + cos * y);
        bottom = Math.max(bottom, sin * x + cos * y);
      }
    }
    return left > right
        ? image
        : sampled(
            scale(Math.max(right - left, bottom - top)), (left + right) / 2, (top + bottom) / 2);
  }

  /**
   * How much larger ink with a box of this extent becomes. A square shrinks by cos + |sin| when it
   * is turned, and nothing grows more than that: a dot stays a dot.
   */
  private double scale(double extent) {
    double most = cos + Math.abs(sin);
    return Math.clamp(SketchRasterizer.inkExtent(image.side()) / extent, 1 / most, most);
  }

  /** The turned ink whose box has this middle, scaled about it. */
  private InkImage sampled(double scale, double middleX, double middleY) {
    int side = image.side();
    float[] turned = new float[image.ink().length];
    for (int i = 0; i < turned.length; i++) {
      double x = fromMiddle(i % side) / scale + middleX;
      double y = fromMiddle(i / side) / scale + middleY;
      turned[i] = between(cos * x + sin * y + middle - 0.5, cos * y - sin * x + middle - 0.5);
    }
    return new InkImage(side, turned);
  }

  private double fromMiddle(int pixel) {
    return pixel + 0.5 - middle;
  }

  /** Ink between four pixels' centres. */
  private float between(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double below = y - top;
    double upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
    double lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
    return (float) (upper * (1 - below) + lower * below);
  }

  /** There is no ink beyond the picture. */
  private float at(int x, int y) {
    int side = image.side();
    return x >= 0 && y >= 0 && x < side && y < side ? image.ink()[y * side + x] : 0;
  }
}
