package patchlight.explanation.export;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import patchlight.explanation.Correspondence;
import patchlight.explanation.Explanation;
import patchlight.sketch.InkImage;

/**
 * Sketch and photo side by side, the photo warm where the ink looks, and a line from patch to patch
 * for each correspondence, thicker and more opaque the clearer it is.
 */
final class MatchesFigure implements Figure {
  private static final int GAP = 88;
  private static final int PANEL = 448;
  private static final int EDGE = 2;
  private static final double WIDEST = 1.6;
  private static final double BOW = 0.14;

  private final Explanation explanation;
  private final List<Correspondence> correspondences;
  private final InkImage ink;
  private final BufferedImage photo;
  private final Panel sketchPanel;
  private final Panel photoPanel;

  /**
   * Prepares it.
   *
   * @param explanation of the match of {@code ink} and {@code photo}
   * @param lines at most this many of the strongest correspondences are drawn
   * @param ink the sketch
   * @param photo upright, of any size and aspect
   */
  MatchesFigure(Explanation explanation, int lines, InkImage ink, BufferedImage photo) {
    this.explanation = explanation;
    this.correspondences = explanation.strongest(lines);
    this.ink = ink;
    this.photo = photo;
    double aspect = Math.clamp((double) photo.getWidth() / photo.getHeight(), 1 / 4.0, 4);
    double height = Math.min(PANEL, PANEL * WIDEST / aspect);
    this.sketchPanel = Panel.square(EDGE, EDGE, PANEL, explanation.grid());
    this.photoPanel =
        new Panel(
            new Rectangle2D.Double(
                EDGE + PANEL + GAP, EDGE + (PANEL - height) / 2, height * aspect, height),
            explanation.grid());
  }

  @Override
  public int width() {
    return (int) Math.ceil(photoPanel.place().getMaxX()) + EDGE;
  }

  @Override
  public int height() {
    return PANEL + 2 * EDGE;
  }

  /** Where the sketch is drawn. */
  Panel sketchPanel() {
    return sketchPanel;
  }

  /** Where the photo is drawn. */
  Panel photoPanel() {
    return photoPanel;
  }

  @Override
  public void paint(Graphics2D g) {
    sketchPanel.draw(g, ink);
    photoPanel.draw(g, photo);
    photoPanel.warm(g, Warmth.of(explanation.attentionOnPhoto()));
    drawCorrespondences(g);
  }

  private void drawCorrespondences(Graphics2D g) {
    Point2D middle = centre(sketchPanel.place());
    // Neighbours around the sketch take different colours, so crossing lines can be followed.
    List<Correspondence> around =
        correspondences.stream()
            .sorted(
                Comparator.comparingDouble(c -> {
                  Rectangle2D cell = sketchPanel.cell(c.sketchPatch());
                  return Math.atan2(
                      cell.getCenterY() - middle.getY(), cell.getCenterX() - middle.getX());
                }))
            .toList();
    List<Integer> faintestFirst =
        IntStream.range(0, around.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> around.get(i).strength()))
            .toList();
    for (int i : faintestFirst) {
      drawLine(g, around.get(i), color(i));
    }
    for (int i : faintestFirst) {
      mark(g, sketchPanel, around.get(i).sketchPatch(), color(i));
      mark(g, photoPanel, around.get(i).photoPatch(), color(i));
    }
  }

  private void drawLine(Graphics2D g, Correspondence correspondence, Color color) {
    Rectangle2D from = sketchPanel.cell(correspondence.sketchPatch());
    Rectangle2D to = photoPanel.cell(correspondence.photoPatch());
    double clarity = explanation.clarity(correspondence);
    double across = to.getCenterX() - from.getCenterX();
    double bow = bow(from, to);
    CubicCurve2D line =
        new CubicCurve2D.Double(
            from.getCenterX(),
            from.getCenterY(),
            from.getCenterX() + across * 0.3,
            from.getCenterY() + bow,
            to.getCenterX() - across * 0.3,
            to.getCenterY() + bow,
            to.getCenterX(),
            to.getCenterY());
    float thickness = (float) (1 + 4 * clarity);
    float opacity = (float) (0.25 + 0.75 * clarity);
    g.setComposite(AlphaComposite.SrcOver.derive(opacity * 0.6f));
    g.setColor(Color.WHITE);
    g.setStroke(Panel.round(thickness + 2));
    g.draw(line);
    g.setComposite(AlphaComposite.SrcOver.derive(opacity));
    g.setColor(color);
    g.setStroke(Panel.round(thickness));
    g.draw(line);
    g.setComposite(AlphaComposite.SrcOver);
  }

  /**
   * How far down a line's handles are pulled: away from the middle, longer lines further, since
   * lines of one row would else cover each other, but never out of the picture.
   */
  private double bow(Rectangle2D from, Rectangle2D to) {
    boolean up = from.getCenterY() < sketchPanel.place().getCenterY();
    double room =
        up
            ? Math.min(from.getCenterY(), to.getCenterY()) - sketchPanel.place().getY()
            : sketchPanel.place().getMaxY() - Math.max(from.getCenterY(), to.getCenterY());
    // A curve reaches three quarters of the way to its handles.
    double bow = Math.min(BOW * (to.getCenterX() - from.getCenterX()), (room + 12) / 0.75);
    return up ? -bow : bow;
  }

  private static void mark(Graphics2D g, Panel panel, int patch, Color color) {
    panel.mark(g, patch, color);
    Point2D middle = centre(panel.cell(patch));
    g.fill(new Ellipse2D.Double(middle.getX() - 4, middle.getY() - 4, 8, 8));
  }

  private static Point2D centre(Rectangle2D place) {
    return new Point2D.Double(place.getCenterX(), place.getCenterY());
  }

  private static Color color(int line) {
    return Palette.LINES.get(line % Palette.LINES.size());
  }
}
