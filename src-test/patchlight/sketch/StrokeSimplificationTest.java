package patchlight.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeSimplificationTest {
  @Test
  void straightLineNeedsItsEndsOnly() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= 20_000; i++) {
      points.add(new Point(i, i * 0.5, i));
    }

    assertEquals(
        List.of(points.getFirst(), points.getLast()),
        StrokeSimplification.simplify(points, 0.1).points());
  }

  @Test
  void cornerStays() {
    List<Point> points = Drawings.line(0, 0, 5, 0.2, 10, 0, 10.1, 5, 10, 10).points();

    assertEquals(
        List.of(points.get(0), points.get(2), points.get(4)),
        StrokeSimplification.simplify(points, 0.5).points());
  }

  @Test
  void noPointLiesFartherThanTheTolerance() {
    List<Point> points = Drawings.arc(0, 0, 100, 60, 0, 300).points();

    List<Point> few = StrokeSimplification.simplify(points, 2).points();

    assertTrue(few.size() < points.size() / 2, few::toString);
    for (Point point : points) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = 1; i < few.size(); i++) {
        nearest =
            Math.min(nearest, StrokeSimplification.distance(point, few.get(i - 1), few.get(i)));
      }
      assertTrue(nearest <= 2, point::toString);
    }
  }

  @Test
  void dotStaysADot() {
    assertEquals(
        Drawings.line(3, 4), StrokeSimplification.simplify(Drawings.line(3, 4).points(), 1));
  }
}
