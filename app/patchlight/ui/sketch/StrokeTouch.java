package patchlight.ui.sketch;

import java.awt.geom.Line2D;
import java.util.List;
import patchlight.sketch.Point;
import patchlight.sketch.Stroke;

/** Whether an eraser on its way touches a stroke. */
final class StrokeTouch {
  private StrokeTouch() {}

  /** True where the stroke comes within {@code radius} of the line from one point to the other. */
  static boolean touches(
      Stroke stroke, double fromX, double fromY, double toX, double toY, double radius) {
    List<Point> points = stroke.points();
    Point before = points.getFirst();
    for (Point point : points) {
      if (distance(before, point, fromX, fromY, toX, toY) <= radius) {
        return true;
      }
      before = point;
    }
    return false;
  }

  private static double distance(Point a, Point b, double x1, double y1, double x2, double y2) {
    // Line2D calls any two points crossing lines.
    boolean lines = (a.x() != b.x() || a.y() != b.y()) && (x1 != x2 || y1 != y2);
    if (lines && Line2D.linesIntersect(a.x(), a.y(), b.x(), b.y(), x1, y1, x2, y2)) {
      return 0;
    }
    double ends =
        Math.min(
            Line2D.ptSegDist(x1, y1, x2, y2, a.x(), a.y()),
            Line2D.ptSegDist(x1, y1, x2, y2, b.x(), b.y()));
    return Math.min(
        ends,
        Math.min(
            Line2D.ptSegDist(a.x(), a.y(), b.x(), b.y(), x1, y1),
            Line2D.ptSegDist(a.x(), a.y(), b.x(), b.y(), x2, y2)));
  }
}
