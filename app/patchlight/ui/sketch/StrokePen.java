package patchlight.ui.sketch;

import patchlight.sketch.Point;
import patchlight.sketch.Stroke;

/**
 * Draws one stroke point by point: a smooth curve through the middles of the pointer's way, a
 * little thinner where the hand was fast. The same points always give the same ink, live or
 * redrawn.
 */
final class StrokePen {
  private static final double THINNEST = 0.62;
  private static final double FAST_UNITS_PER_MILLI = 4;
  private static final double FOLLOW = 0.25;

  /** Half the way between two points, in paper pixels, up to which the pen rounds their corner. */
  private static final double LONGEST_SMOOTHED = 14;

  /** Cosine of the sharpest turn that the pen rounds. */
  private static final double SHARPEST_SMOOTHED = 0.5;

  private final InkSurface surface;
  private final PaperScale scale;
  private final double density;
  private final double width;

  private Point last;
  private double middleX;
  private double middleY;
  private double thickness = 1;

  /**
   * Puts the pen down.
   *
   * @param density surface pixels for one paper pixel
   * @param width of a slow stroke, in paper pixels
   */
  StrokePen(InkSurface surface, PaperScale scale, double density, double width, Point first) {
    this.surface = surface;
    this.scale = scale;
    this.density = density;
    this.width = width;
    last = first;
    middleX = x(first);
    middleY = y(first);
    surface.line(middleX, middleY, radius(), middleX, middleY, radius());
  }

  static void draw(
      InkSurface surface, PaperScale scale, double density, double width, Stroke stroke) {
    StrokePen pen = new StrokePen(surface, scale, density, width, stroke.points().getFirst());
    stroke.points().stream().skip(1).forEach(pen::moveTo);
  }

  /** Moves the pen on; the ink reaches the new point. */
  void moveTo(Point next) {
    double before = radius();
    thickness += FOLLOW * (thicknessAt(next) - thickness);
    double cornerX = x(last);
    double cornerY = y(last);
    double x = (cornerX + x(next)) / 2;
    double y = (cornerY + y(next)) / 2;
    if (isCorner(cornerX, cornerY, x, y)) {
      surface.line(middleX, middleY, before, cornerX, cornerY, before);
      surface.line(cornerX, cornerY, before, x, y, radius());
    } else {
      curve(cornerX, cornerY, x, y, before, radius());
    }
    surface.line(x, y, radius(), x(next), y(next), radius());
    middleX = x;
    middleY = y;
    last = next;
  }

  /** A sharp turn, or points so far apart that only straight lines between them are meant. */
  private boolean isCorner(double cornerX, double cornerY, double x, double y) {
    double inX = cornerX - middleX;
    double inY = cornerY - middleY;
    double outX = x - cornerX;
    double outY = y - cornerY;
    double in = Math.hypot(inX, inY);
    double out = Math.hypot(outX, outY);
    return Math.max(in, out) > LONGEST_SMOOTHED * density
        || inX * outX + inY * outY < SHARPEST_SMOOTHED * in * out;
  }

  private void curve(double viaX, double viaY, double x, double y, double from, double to) {
    double way = Math.hypot(viaX - middleX, viaY - middleY) + Math.hypot(x - viaX, y - viaY);
    int steps = (int) Math.clamp(Math.ceil(way / 4), 1, 64);
    double atX = middleX;
    double atY = middleY;
    double atRadius = from;
    for (int step = 1; step <= steps; step++) {
      double t = (double) step / steps;
      double nextX = quadratic(middleX, viaX, x, t);
      double nextY = quadratic(middleY, viaY, y, t);
      double nextRadius = from + t * (to - from);
      surface.line(atX, atY, atRadius, nextX, nextY, nextRadius);
      atX = nextX;
      atY = nextY;
      atRadius = nextRadius;
    }
  }

  private static double quadratic(double from, double via, double to, double t) {
    return (1 - t) * (1 - t) * from + 2 * t * (1 - t) * via + t * t * to;
  }

  private double thicknessAt(Point next) {
    long took = next.millis() - last.millis();
    if (took <= 0) {
      return 1;
    }
    double speed = Math.hypot(next.x() - last.x(), next.y() - last.y()) / took;
    return 1 - (1 - THINNEST) * Math.min(1, speed / FAST_UNITS_PER_MILLI);
  }

  private double radius() {
    return width / 2 * thickness * density;
  }

  private double x(Point point) {
    return scale.toPaperX(point.x()) * density;
  }

  private double y(Point point) {
    return scale.toPaperY(point.y()) * density;
  }
}
