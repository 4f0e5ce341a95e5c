package patchlight.sketch;

/**
 * Turns ink, and fits it into the picture as the rasterizer fits strokes: the longer side of the
 * box around it fills the picture but for the margin. {@code model/patchlight_network/turns.py}
 * does the same.
 */
public final class InkTurning {
  /** Ink from here on counts for the drawing's box. */
  private static final float SURE = 0.2f;

  private final double cos;
  private final double sin;
  private final double middle;
  private final double scale;
  private final double middleX;
  private final double middleY;

  /**
   * @param side pixels a side of the pictures to turn
   * @param scale how much larger their ink becomes
   * @param middleX where the point that comes to the middle lies once it is turned, in pixels from
   *     the middle
   */
  private InkTurning(
      int side, double cos, double sin, double scale, double middleX, double middleY) {
    this.cos = cos;
    this.sin = sin;
    this.middle = side / 2.0;
    this.scale = scale;
    this.middleX = middleX;
    this.middleY = middleY;
  }

  /**
   * Turns as this drawing must be turned to fit into the picture.
   *
   * @param degrees clockwise, from -45 to 45
   */
  public static InkTurning of(InkImage whole, double degrees) {
    int side = whole.side();
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < whole.ink().length; i++) {
      if (whole.ink()[i] >= SURE) {
        int row = i / side;
        double x = i % side + 0.5 - side / 2.0;
        double y = row + 0.5 - side / 2.0;
        left = Math.min(left, cos * x - sin * y);
        right = Math.max(right, cos * x - sin * y);
        top = Math.min(top, sin * x + cos * y);
        bottom = Math.max(bottom, sin * x + cos * y);
      }
    }
    if (left > right) {
      return new InkTurning(side, cos, sin, 1, 0, 0);
    }
    // A square shrinks by this much when it is turned, and nothing grows more: a dot stays a dot.
    double most = cos + Math.abs(sin);
    double extent = Math.max(right - left, bottom - top);
    double scale = Math.clamp(SketchRasterizer.inkExtent(side) / extent, 1 / most, most);
    return new InkTurning(side, cos, sin, scale, (left + right) / 2, (top + bottom) / 2);
  }

  /**
   * Turns a drawing or a part of it, which keeps the place that it has in the whole.
   *
   * @param image of the whole's side
   */
  public InkImage turned(InkImage image) {
    int side = image.side();
    float[] turned = new float[image.ink().length];
    for (int i = 0; i < turned.length; i++) {
      int row = i / side;
      double x = (i % side + 0.5 - middle) / scale + middleX;
      double y = (row + 0.5 - middle) / scale + middleY;
      turned[i] = between(image, cos * x + sin * y + middle, cos * y - sin * x + middle);
    }
    return new InkImage(side, turned);
  }

  /** Ink at a place, in pixels from the picture's corner, between the four nearest centres. */
  private static float between(InkImage image, double x, double y) {
    int left = (int) Math.floor(x - 0.5);
    int top = (int) Math.floor(y - 0.5);
    double right = x - 0.5 - left;
    double below = y - 0.5 - top;
    double upper = at(image, left, top) * (1 - right) + at(image, left + 1, top) * right;
    double lower = at(image, left, top + 1) * (1 - right) + at(image, left + 1, top + 1) * right;
    return (float) (upper * (1 - below) + lower * below);
  }

  /** There is no ink beyond the picture. */
  private static float at(InkImage image, int x, int y) {
    int side = image.side();
    return x >= 0 && y >= 0 && x < side && y < side ? image.ink()[y * side + x] : 0;
  }
}
