package patchlight.sketch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Fewer points for the same stroke (Douglas and Peucker, Algorithms for the reduction of the number
 * of points, 1973).
 */
final class StrokeSimplification {
  private StrokeSimplification() {}

  /**
   * A stroke through some of the points, first and last among them.
   *
   * @param points at least one
   * @param tolerance no point left out is farther than this from the stroke, in the points' unit
   */
  static Stroke simplify(List<Point> points, double tolerance) {
    BitSet kept = new BitSet();
    kept.set(0);
    kept.set(points.size() - 1);
    record Part(int from, int to) {}
    Deque<Part> open = new ArrayDeque<>();
    open.push(new Part(0, points.size() - 1));
    while (!open.isEmpty()) {
      Part part = open.pop();
      int farthest = -1;
      double most = tolerance;
      for (int i = part.from + 1; i < part.to; i++) {
        double distance = distance(points.get(i), points.get(part.from), points.get(part.to));
        if (distance > most) {
          farthest = i;
          most = distance;
        }
      }
      if (farthest >= 0) {
        kept.set(farthest);
        open.push(new Part(part.from, farthest));
        open.push(new Part(farthest, part.to));
      }
    }
    List<Point> few = new ArrayList<>();
    kept.stream().mapToObj(points::get).forEach(few::add);
    return new Stroke(few);
  }

  /** From a point to the segment between two others. */
  static double distance(Point point, Point from, Point to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double lengthSquared = dx * dx + dy * dy;
    double offX = point.x() - from.x();
    double offY = point.y() - from.y();
    double along =
        lengthSquared > 0 ? Math.clamp((offX * dx + offY * dy) / lengthSquared, 0, 1) : 0;
    return Math.hypot(offX - along * dx, offY - along * dy);
  }
}
