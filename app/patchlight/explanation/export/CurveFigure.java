package patchlight.explanation.export;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.ToDoubleFunction;
import patchlight.explanation.CoveringCurve;
import patchlight.explanation.CoveringCurve.Step;
import patchlight.explanation.Faithfulness;
import patchlight.messages.Messages;

/**
 * What is left of a match while the photo is covered: strongest patches first, and at random. The
 * area between both is the explanation's faithfulness.
 */
final class CurveFigure implements Figure {
  private static final int LEFT = 46;
  private static final int TOP = 26;
  private static final int PLOT_WIDTH = 262;
  private static final int PLOT_HEIGHT = 196;
  private static final int RIGHT = 24;
  private static final int BOTTOM = 66;
  private static final List<Double> TICKS = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

  private final List<Step> steps;
  private final double whole;

  CurveFigure(Faithfulness faithfulness) {
    CoveringCurve curve = faithfulness.deletion();
    this.steps = curve.steps();
    this.whole = faithfulness.whole();
  }

  @Override
  public int width() {
    return LEFT + PLOT_WIDTH + RIGHT;
  }

  @Override
  public int height() {
    return TOP + PLOT_HEIGHT + BOTTOM;
  }

  @Override
  public void paint(Graphics2D g) {
    drawAxes(g);
    Path2D guided = path(Step::guided);
    Path2D random = path(Step::random);
    g.setComposite(AlphaComposite.SrcOver.derive(0.18f));
    g.setColor(Palette.BLUE);
    g.fill(between());
    g.setComposite(AlphaComposite.SrcOver);
    g.setColor(Palette.FAINT);
    g.setStroke(
        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0));
    g.draw(random);
    g.setColor(Palette.BLUE);
    g.setStroke(Panel.round(2.5f));
    g.draw(guided);
    key(g, "export.curve.guided", Palette.BLUE, LEFT);
    key(g, "export.curve.random", Palette.FAINT, LEFT + PLOT_WIDTH / 2.0);
  }

  private void drawAxes(Graphics2D g) {
    g.setStroke(new BasicStroke(1));
    for (double tick : TICKS) {
      g.setColor(Palette.FRAME);
      Path2D line = new Path2D.Double();
      line.moveTo(LEFT, y(tick));
      line.lineTo(LEFT + PLOT_WIDTH, y(tick));
      g.draw(line);
      String label = Messages.text("export.curve.share", tick);
      Lettering.LABEL.write(g, label, LEFT - 40, y(tick) + 4);
      Lettering.LABEL.write(g, label, x(tick) - 12, TOP + PLOT_HEIGHT + 18);
    }
    Lettering.LABEL.write(g, Messages.text("export.curve.left"), 0, TOP - 14);
    Lettering.LABEL.write(g, Messages.text("export.curve.covered"), LEFT, TOP + PLOT_HEIGHT + 36);
  }

  private static void key(Graphics2D g, String text, Color color, double x) {
    double y = TOP + PLOT_HEIGHT + 56;
    g.setColor(color);
    g.fill(new Rectangle2D.Double(x, y - 6, 14, 3));
    Lettering.LABEL.write(g, Messages.text(text), x + 20, y);
  }

  private Path2D path(ToDoubleFunction<Step> similarity) {
    Path2D path = new Path2D.Double();
    for (Step step : steps) {
      double y = y(similarity.applyAsDouble(step) / whole);
      if (path.getCurrentPoint() == null) {
        path.moveTo(x(step.share()), y);
      } else {
        path.lineTo(x(step.share()), y);
      }
    }
    return path;
  }

  private Path2D between() {
    Path2D area = path(Step::random);
    for (Step step : steps.reversed()) {
      area.lineTo(x(step.share()), y(step.guided() / whole));
    }
    area.closePath();
    return area;
  }

  private static double x(double share) {
    return LEFT + share * PLOT_WIDTH;
  }

  /** A match below nothing is drawn as nothing, and one above the whole as a little above it. */
  private static double y(double share) {
    return TOP + (1 - Math.clamp(share, 0, 1.05)) * PLOT_HEIGHT;
  }
}
