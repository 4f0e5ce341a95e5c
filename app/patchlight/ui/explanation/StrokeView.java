package patchlight.ui.explanation;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;
import patchlight.sketch.Point;
import patchlight.sketch.SketchPlacement;
import patchlight.sketch.Stroke;

/** The sketch with each stroke in the colour of what it does, and what a stroke looks at. */
final class StrokeView extends PicturePair {
  private static final double WIDTH = 2.6;

  /** So near in pixels a stroke is pointed at. */
  private static final double NEAR = 9;

  private final ExplanationViewModel model;
  private final StrokesViewModel strokes;

  StrokeView(ExplanationViewModel model, EvidenceViewModel evidence, StrokesViewModel strokes) {
    super(model);
    this.model = model;
    this.strokes = strokes;
    sketchImage().setVisible(false);
    model.shownProperty().subscribe(shown -> repaint());
    evidence.influenceProperty().subscribe(influence -> repaint());
    strokes.pointedAtProperty().subscribe(stroke -> repaint());
    setOnMouseMoved(this::point);
    setOnMouseExited(exited -> strokes.pointAt(null));
  }

  @Override
  void paint(GraphicsContext brush, ShownExplanation shown) {
    paintHeat(brush, Side.PHOTO, strokes.heatOnPhoto(), shown.explanation().grid());
    brush.setLineCap(StrokeLineCap.ROUND);
    brush.setLineJoin(StrokeLineJoin.ROUND);
    Integer pointedAt = strokes.pointedAtProperty().get();
    List<Stroke> all = shown.sketch().strokes();
    for (int stroke = 0; stroke < all.size(); stroke++) {
      Color color = strokes.share(stroke).map(InfluenceColors::of).orElse(InfluenceColors.UNKNOWN);
      boolean other = pointedAt != null && pointedAt != stroke;
      trace(brush, shown, all.get(stroke), color.deriveColor(0, 1, 1, other ? 0.35 : 1), WIDTH);
    }
    if (pointedAt != null && pointedAt < all.size()) {
      Color color =
          strokes.share(pointedAt).map(InfluenceColors::of).orElse(InfluenceColors.UNKNOWN);
      trace(brush, shown, all.get(pointedAt), color, 2 * WIDTH);
    }
  }

  private void trace(
      GraphicsContext brush, ShownExplanation shown, Stroke stroke, Color color, double width) {
    SketchPlacement placement = StrokesViewModel.placement(shown);
    List<Point> points = stroke.points();
    double[] xs = points.stream().mapToDouble(point -> x(shown, placement, point)).toArray();
    double[] ys = points.stream().mapToDouble(point -> y(shown, placement, point)).toArray();
    brush.setStroke(color);
    brush.setLineWidth(width);
    if (points.size() == 1) {
      brush.strokeLine(xs[0], ys[0], xs[0], ys[0]);
    } else {
      brush.strokePolyline(xs, ys, points.size());
    }
  }

  private double x(ShownExplanation shown, SketchPlacement placement, Point point) {
    Bounds sheet = place(Side.SKETCH);
    return sheet.getMinX() + placement.pixelX(point.x()) / shown.ink().side() * sheet.getWidth();
  }

  private double y(ShownExplanation shown, SketchPlacement placement, Point point) {
    Bounds sheet = place(Side.SKETCH);
    return sheet.getMinY() + placement.pixelY(point.y()) / shown.ink().side() * sheet.getHeight();
  }

  private void point(MouseEvent event) {
    ShownExplanation shown = model.shownProperty().get();
    strokes.pointAt(shown == null ? null : nearest(shown, event.getX(), event.getY()));
  }

  private @Nullable Integer nearest(ShownExplanation shown, double x, double y) {
    SketchPlacement placement = StrokesViewModel.placement(shown);
    List<Stroke> all = shown.sketch().strokes();
    Integer nearest = null;
    double least = NEAR;
    for (int stroke = 0; stroke < all.size(); stroke++) {
      List<Point> points = all.get(stroke).points();
      for (int i = 0; i < points.size(); i++) {
        Point from = points.get(Math.max(0, i - 1));
        double distance =
            distance(
                x - x(shown, placement, from),
                y - y(shown, placement, from),
                x(shown, placement, points.get(i)) - x(shown, placement, from),
                y(shown, placement, points.get(i)) - y(shown, placement, from));
        if (distance < least) {
          least = distance;
          nearest = stroke;
        }
      }
    }
    return nearest;
  }

  /** From a point to a segment, both seen from where the segment begins. */
  private static double distance(double x, double y, double alongX, double alongY) {
    double squared = alongX * alongX + alongY * alongY;
    double part = squared > 0 ? Math.clamp((x * alongX + y * alongY) / squared, 0, 1) : 0;
    return Math.hypot(x - part * alongX, y - part * alongY);
  }
}
