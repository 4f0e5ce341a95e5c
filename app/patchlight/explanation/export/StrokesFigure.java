package patchlight.explanation.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import patchlight.explanation.StrokeEffect;
import patchlight.explanation.StrokeInfluence;
import patchlight.messages.Messages;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchPlacement;
import patchlight.sketch.SketchRasterizer;
import patchlight.sketch.Stroke;

/** The sketch's strokes tinted by what each adds to the match; the named ones bear a number. */
final class StrokesFigure implements Figure {
  private static final int SIDE = 300;
  private static final int EDGE = 2;
  private static final int LEGEND = 28;
  private static final Color NEITHER = new Color(0xA9ADB4);

  /** Of a stroke that was not measured. */
  private static final Color UNKNOWN = new Color(0xDCDFE3);

  private final Sketch sketch;
  private final StrokeInfluence influence;
  private final List<StrokeEffect> numbered;

  /**
   * @param numbered strokes that the text names, in its order
   */
  StrokesFigure(Sketch sketch, StrokeInfluence influence, List<StrokeEffect> numbered) {
    this.sketch = sketch;
    this.influence = influence;
    this.numbered = numbered;
  }

  @Override
  public int width() {
    return SIDE + 2 * EDGE;
  }

  @Override
  public int height() {
    return SIDE + 2 * EDGE + LEGEND;
  }

  @Override
  public void paint(Graphics2D g) {
    Rectangle2D paper = new Rectangle2D.Double(EDGE, EDGE, SIDE, SIDE);
    g.setColor(Color.WHITE);
    g.fill(paper);
    g.setColor(Palette.FRAME);
    g.setStroke(new BasicStroke(1));
    g.draw(paper);
    SketchPlacement placement = new SketchRasterizer(SIDE).placement(sketch);
    for (int stroke = 0; stroke < sketch.strokes().size(); stroke++) {
      g.setColor(influence.effect(stroke).map(this::tint).orElse(UNKNOWN));
      g.setStroke(Panel.round(4));
      g.draw(path(sketch.strokes().get(stroke), placement));
    }
    for (int i = 0; i < numbered.size(); i++) {
      number(g, i + 1, numbered.get(i), placement);
    }
    drawLegend(g);
  }

  private Color tint(StrokeEffect effect) {
    double largest = influence.largestGain();
    double gain = largest > 0 ? influence.gain(effect) / largest : 0;
    // The root lets small effects be seen beside a large one.
    double part = Math.sqrt(Math.abs(gain));
    return Palette.between(NEITHER, gain > 0 ? Palette.BLUE : Palette.VERMILION, part);
  }

  private static Path2D path(Stroke stroke, SketchPlacement placement) {
    Path2D path = new Path2D.Double();
    Point first = stroke.points().getFirst();
    path.moveTo(EDGE + placement.pixelX(first.x()), EDGE + placement.pixelY(first.y()));
    for (Point point : stroke.points()) {
      path.lineTo(EDGE + placement.pixelX(point.x()), EDGE + placement.pixelY(point.y()));
    }
    return path;
  }

  private void number(Graphics2D g, int number, StrokeEffect effect, SketchPlacement placement) {
    List<Point> points = sketch.strokes().get(effect.stroke()).points();
    Point middle = points.get(points.size() / 2);
    double x = EDGE + placement.pixelX(middle.x());
    double y = EDGE + placement.pixelY(middle.y());
    g.setColor(Color.WHITE);
    g.fill(new Ellipse2D.Double(x - 11, y - 11, 22, 22));
    g.setColor(tint(effect));
    g.fill(new Ellipse2D.Double(x - 9, y - 9, 18, 18));
    Lettering.LABEL.in(Color.WHITE).write(g, String.valueOf(number), x - 3.5, y + 4.5);
  }

  private void drawLegend(Graphics2D g) {
    double y = SIDE + 2 * EDGE + 20;
    int third = SIDE / 3;
    key(g, "export.strokes.helps", Palette.BLUE, EDGE, y);
    key(g, "export.strokes.neither", NEITHER, EDGE + third, y);
    key(g, "export.strokes.hurts", Palette.VERMILION, EDGE + 2 * third, y);
  }

  private static void key(Graphics2D g, String text, Color color, double x, double y) {
    g.setColor(color);
    g.fill(new Rectangle2D.Double(x, y - 7, 14, 5));
    Lettering.LABEL.write(g, Messages.text(text), x + 20, y);
  }
}
