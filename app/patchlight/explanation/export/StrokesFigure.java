package patchlight.explanation.export;

import static patchlight.explanation.export.Template.escaped;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import patchlight.explanation.StrokeEffect;
import patchlight.explanation.StrokeInfluence;
import patchlight.explanation.StrokeLooks;
import patchlight.messages.Messages;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchPlacement;
import patchlight.sketch.SketchRasterizer;

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
  private final SketchPlacement placement;

  /**
   * @param numbered strokes that the text names, in its order
   */
  StrokesFigure(Sketch sketch, StrokeInfluence influence, List<StrokeEffect> numbered) {
    this.sketch = sketch;
    this.influence = influence;
    this.numbered = numbered;
    this.placement = new SketchRasterizer(SIDE).placement(sketch);
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
    for (int stroke = 0; stroke < sketch.strokes().size(); stroke++) {
      g.setColor(color(stroke));
      g.setStroke(Panel.round(4));
      g.draw(path(stroke));
    }
    for (int i = 0; i < numbered.size(); i++) {
      number(g, i + 1, numbered.get(i));
    }
    drawLegend(g);
  }

  /**
   * The strokes once more as SVG, to be laid over the figure: each can be pointed at and tells what
   * it does and where it looks.
   */
  String parts(StrokeLooks looks) {
    String veil =
        String.format(
            Locale.ROOT,
            "<rect class=\"veil\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
            EDGE,
            EDGE,
            SIDE,
            SIDE);
    return IntStream.range(0, sketch.strokes().size())
        .mapToObj(stroke -> part(stroke, looks))
        .collect(Collectors.joining("", veil, ""));
  }

  private String part(int stroke, StrokeLooks looks) {
    String line = line(sketch.strokes().get(stroke).points());
    return """
    <g class="stroke" tabindex="0" role="img" data-warmth="%s"><title>%s</title>\
    <path class="near" d="%s"/><path class="line" d="%s" stroke="#%06x"/></g>
    """
        .formatted(
            Warmth.bytes(Warmth.of(looks.attentionOnPhoto(stroke))),
            escaped(influence.sentence(stroke)),
            line,
            line,
            color(stroke).getRGB() & 0xffffff);
  }

  /** The first point twice, or a stroke of a single point would have no line. */
  private String line(List<Point> points) {
    return Stream.concat(Stream.of(points.getFirst()), points.stream())
        .map(point -> String.format(Locale.ROOT, "%.1f %.1f", x(point), y(point)))
        .collect(Collectors.joining("L", "M", ""));
  }

  private Color color(int stroke) {
    return influence.effect(stroke).map(this::tint).orElse(UNKNOWN);
  }

  private Color tint(StrokeEffect effect) {
    double largest = influence.largestGain();
    double gain = largest > 0 ? influence.gain(effect) / largest : 0;
    // The root lets small effects be seen beside a large one.
    double part = Math.sqrt(Math.abs(gain));
    return Palette.between(NEITHER, gain > 0 ? Palette.BLUE : Palette.VERMILION, part);
  }

  private Path2D path(int stroke) {
    Path2D path = new Path2D.Double();
    List<Point> points = sketch.strokes().get(stroke).points();
    path.moveTo(x(points.getFirst()), y(points.getFirst()));
    for (Point point : points) {
      path.lineTo(x(point), y(point));
    }
    return path;
  }

  private double x(Point point) {
    return EDGE + placement.pixelX(point.x());
  }

  private double y(Point point) {
    return EDGE + placement.pixelY(point.y());
  }

  private void number(Graphics2D g, int number, StrokeEffect effect) {
    List<Point> points = sketch.strokes().get(effect.stroke()).points();
    Point middle = points.get(points.size() / 2);
    double x = x(middle);
    double y = y(middle);
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
