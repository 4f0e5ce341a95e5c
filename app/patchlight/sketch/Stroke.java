package patchlight.sketch;

import java.util.List;

/**
 * One movement of the pen.
 *
 * @param points in drawing order, at least one (a single point is a dot)
 */
public record Stroke(List<Point> points) {
  public Stroke {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("A stroke needs at least one point");
    }
  }
}
