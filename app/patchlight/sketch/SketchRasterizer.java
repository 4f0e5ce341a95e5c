package patchlight.sketch;

import java.util.List;

/**
 * Turns strokes into the picture that the network was trained on.
 *
 * <p>Rule, the same as {@code model/patchlight_network/rasterizer.py}: the box around all points is
 * scaled, keeping its aspect, until its longer side fills the picture but for a margin of 12 pixels
 * in 224 a side, and centred. A pixel's ink is {@code clamp(width / 2 + 0.5 - distance, 0, 1)}:
 * distance from the pixel's centre to the nearest stroke, width 3 pixels in 224. A box without
 * extent (a dot) keeps scale 1.
 *
 * <p>Immutable, so any thread may use it.
 */
public final class SketchRasterizer {
  /**
   * Pixels between the box around the strokes and the picture's edge, for a picture 224 pixels
   * wide.
   */
  static final double MARGIN = 12;

  /** Pixels across a stroke, for a picture 224 pixels wide. */
  static final double STROKE_WIDTH = 3;

  /** The picture's side that margin and stroke width are stated for. */
  static final double REFERENCE_SIDE = 224;

  private final int side;
  private final double reach;

  /**
   * @param side pixels a side of the pictures to make, at least 1
   */
  public SketchRasterizer(int side) {
    if (side < 1) {
      throw new IllegalArgumentException("A picture needs at least one pixel a side, not " + side);
    }
    this.side = side;
    this.reach = STROKE_WIDTH * side / REFERENCE_SIDE / 2 + 0.5;
  }

  /** Pixels that the longer side of the box around the strokes fills in a picture of this side. */
  static double room(int side) {
    return side - 2 * MARGIN * side / REFERENCE_SIDE;
  }

  /** Pixels from the first inked one to the last along the longer side of a drawing. */
  static double inkExtent(int side) {
    return room(side) + STROKE_WIDTH * side / REFERENCE_SIDE - 1;
  }

  /** The sketch as ink; a blank sketch gives blank paper. */
  public InkImage rasterize(Sketch sketch) {
    return rasterize(sketch, placement(sketch));
  }

  /**
   * A part of a larger drawing as ink, at the place that it has there.
   *
   * @param placement of the larger drawing
   */
  public InkImage rasterize(Sketch sketch, SketchPlacement placement) {
    float[] ink = new float[side * side];
    for (Stroke stroke : sketch.strokes()) {
      draw(stroke.points(), placement, ink);
    }
    return new InkImage(side, ink);
  }

  /**
   * Where {@link #rasterize} puts the sketch; a blank sketch has its origin in the middle at scale
   * 1.
   */
  public SketchPlacement placement(Sketch sketch) {
    if (sketch.isBlank()) {
      return new SketchPlacement(1, side / 2.0, side / 2.0);
    }
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Stroke stroke : sketch.strokes()) {
      for (Point point : stroke.points()) {
        left = Math.min(left, point.x());
        right = Math.max(right, point.x());
        top = Math.min(top, point.y());
        bottom = Math.max(bottom, point.y());
      }
    }
    double extent = Math.max(right - left, bottom - top);
    double scale = extent > 1e-9 ? room(side) / extent : 1;
    return new SketchPlacement(
        scale, side / 2.0 - (left + right) / 2 * scale, side / 2.0 - (top + bottom) / 2 * scale);
  }

  private void draw(List<Point> points, SketchPlacement placement, float[] ink) {
    double x = placement.pixelX(points.getFirst().x());
    double y = placement.pixelY(points.getFirst().y());
    if (points.size() == 1) {
      drawSegment(x, y, x, y, ink);
      return;
    }
    for (int i = 1; i < points.size(); i++) {
      double nextX = placement.pixelX(points.get(i).x());
      double nextY = placement.pixelY(points.get(i).y());
      drawSegment(x, y, nextX, nextY, ink);
      x = nextX;
      y = nextY;
    }
  }

  /**
   * Only pixels that the segment may reach are visited: row by row, the part of the segment near
   * that row, plus its reach.
   */
  private void drawSegment(double ax, double ay, double bx, double by, float[] ink) {
    double dx = bx - ax;
    double dy = by - ay;
    double lengthSquared = dx * dx + dy * dy;
    int top = clampToSide(Math.floor(Math.min(ay, by) - reach));
    int bottom = clampToSide(Math.ceil(Math.max(ay, by) + reach));
    for (int row = top; row < bottom; row++) {
      double y = row + 0.5 - ay;
      double from = 0;
      double to = 1;
      if (dy != 0) {
        double one = (y - reach) / dy;
        double other = (y + reach) / dy;
        from = Math.clamp(Math.min(one, other), 0, 1);
        to = Math.clamp(Math.max(one, other), 0, 1);
      }
      double fromX = ax + from * dx;
      double toX = ax + to * dx;
      int left = clampToSide(Math.floor(Math.min(fromX, toX) - reach));
      int right = clampToSide(Math.ceil(Math.max(fromX, toX) + reach));
      for (int column = left; column < right; column++) {
        double x = column + 0.5 - ax;
        double along = lengthSquared > 0 ? Math.clamp((x * dx + y * dy) / lengthSquared, 0, 1) : 0;
        double offX = x - along * dx;
        double offY = y - along * dy;
        double distanceSquared = offX * offX + offY * offY;
        if (distanceSquared < reach * reach) {
          float value = (float) Math.min(reach - Math.sqrt(distanceSquared), 1);
          int pixel = row * side + column;
          ink[pixel] = Math.max(ink[pixel], value);
        }
      }
    }
  }

  private int clampToSide(double pixel) {
    return (int) Math.clamp(pixel, 0, side);
  }
}
