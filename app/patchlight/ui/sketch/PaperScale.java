package patchlight.ui.sketch;

import java.util.ArrayList;
import java.util.List;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.Stroke;

/**
 * Where the sketch lies on the paper. The sketch's origin is the middle of the paper and 1000 of
 * its units are the paper's shorter side, unless the sketch is larger than the paper (it was drawn
 * in a taller window): then it is shown smaller, so that nothing is ever cut off.
 *
 * @param factor paper pixels for one unit of the sketch
 * @param middleX the sketch's origin in paper pixels
 * @param middleY the same downwards
 */
record PaperScale(double factor, double middleX, double middleY) {
  /** Units of the sketch along the paper's shorter side. */
  static final double UNITS = 1000;

  private static final double IMPORTED_SIDE = 0.72 * UNITS;
  private static final double MARGIN = 0.02 * UNITS;

  static PaperScale of(double width, double height, Sketch sketch) {
    double natural = Math.min(width, height) / UNITS;
    Reach reach = Reach.of(sketch);
    double fit =
        Math.min(
            width / 2 / (Math.max(-reach.left(), reach.right()) + MARGIN),
            height / 2 / (Math.max(-reach.top(), reach.bottom()) + MARGIN));
    return new PaperScale(reach.empty() ? natural : Math.min(natural, fit), width / 2, height / 2);
  }

  double toPaperX(double x) {
    return middleX + x * factor;
  }

  double toPaperY(double y) {
    return middleY + y * factor;
  }

  double toSketchX(double paperX) {
    return (paperX - middleX) / factor;
  }

  double toSketchY(double paperY) {
    return (paperY - middleY) / factor;
  }

  /** The sketch in any units, centred on the paper and as large as one would draw it. */
  static Sketch fitted(Sketch sketch) {
    Reach reach = Reach.of(sketch);
    if (reach.empty()) {
      return sketch;
    }
    double side = Math.max(reach.right() - reach.left(), reach.bottom() - reach.top());
    double scale = side > 0 ? IMPORTED_SIDE / side : 1;
    double x = (reach.left() + reach.right()) / 2;
    double y = (reach.top() + reach.bottom()) / 2;
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : sketch.strokes()) {
      strokes.add(
          new Stroke(
              stroke.points().stream()
                  .map(p -> new Point((p.x() - x) * scale, (p.y() - y) * scale, p.millis()))
                  .toList()));
    }
    return new Sketch(strokes);
  }

  /** The box around all points; empty where there are none. */
  private record Reach(double left, double top, double right, double bottom) {
    static Reach of(Sketch sketch) {
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
      return new Reach(left, top, right, bottom);
    }

    boolean empty() {
      return left > right;
    }
  }
}
