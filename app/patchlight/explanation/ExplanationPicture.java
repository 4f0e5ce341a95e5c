package patchlight.explanation;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import patchlight.messages.Messages;
import patchlight.sketch.InkImage;

/**
 * Draws an explanation: sketch and photo side by side, the photo warm where the ink looks, and a
 * line from patch to patch for each correspondence, thicker and more opaque the clearer it is.
 */
public final class ExplanationPicture {
  private static final Logger LOG = LoggerFactory.getLogger(ExplanationPicture.class);

  private static final int EDGE = 32;
  private static final int GAP = 88;
  private static final int HEADER = 92;
  private static final int FOOTER = 56;
  private static final int PANEL = 448;
  private static final double WIDEST = 1.6;

  /** Room for the lines of text. */
  private static final int NARROWEST = 1040;

  private static final double BOW = 0.14;

  private static final Color PAPER = new Color(0xF6F5F2);
  private static final Color TEXT = new Color(0x22252B);
  private static final Color FAINT = new Color(0x6B6F78);
  private static final Color FRAME = new Color(0xD4D2CC);
  private static final int WARM = 0xFF8A1F;
  private static final double FULL_WARMTH = 8;
  private static final int MOST_WARMTH = 190;

  /**
   * Told apart by people with any colour vision (Okabe and Ito, 2008), without black and yellow.
   */
  private static final List<Color> LINES =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x56B4E9),
          new Color(0xE69F00));

  private final Explanation explanation;
  private final List<Correspondence> correspondences;
  private final InkImage ink;
  private final BufferedImage photo;
  private final Rectangle2D sketchPanel;
  private final Rectangle2D photoPanel;

  /**
   * Prepares a picture.
   *
   * @param explanation of the match of {@code ink} and {@code photo}
   * @param lines at most this many of the strongest correspondences are drawn
   * @param ink the sketch
   * @param photo upright, of any size and aspect
   */
  public ExplanationPicture(Explanation explanation, int lines, InkImage ink, BufferedImage photo) {
    this.explanation = explanation;
    this.correspondences = explanation.strongest(lines);
    this.ink = ink;
    this.photo = photo;
    double aspect = Math.clamp((double) photo.getWidth() / photo.getHeight(), 1 / 4.0, 4);
    double height = Math.min(PANEL, PANEL * WIDEST / aspect);
    this.sketchPanel = new Rectangle2D.Double(EDGE, HEADER, PANEL, PANEL);
    this.photoPanel =
        new Rectangle2D.Double(
            EDGE + PANEL + GAP, HEADER + (PANEL - height) / 2, height * aspect, height);
  }

  /**
   * Draws it.
   *
   * @param title what the photo is called
   * @param figures one line of numbers below the title
   */
  public BufferedImage draw(String title, String figures) {
    int width = Math.max(NARROWEST, (int) Math.ceil(photoPanel.getMaxX()) + EDGE);
    BufferedImage picture =
        new BufferedImage(width, HEADER + PANEL + FOOTER, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      g.setColor(PAPER);
      g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
      write(g, title, 20, Font.BOLD, TEXT, EDGE, 42);
      write(g, figures, 14, Font.PLAIN, FAINT, EDGE, 68);
      drawSketch(g);
      drawPhoto(g);
      drawCorrespondences(g);
      write(g, legend(), 13, Font.PLAIN, FAINT, EDGE, HEADER + PANEL + 34);
    } finally {
      g.dispose();
    }
    return picture;
  }

  private String legend() {
    if (correspondences.isEmpty()) {
      return Messages.text("explanation.noPairs");
    }
    return Messages.text(
        "explanation.legend",
        correspondences.size(),
        correspondences.getLast().strength(),
        correspondences.getFirst().strength(),
        1.0 / explanation.patches(),
        FULL_WARMTH);
  }

  private void drawSketch(Graphics2D g) {
    BufferedImage drawn = new BufferedImage(ink.side(), ink.side(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < ink.ink().length; i++) {
      int grey = Math.round(255 * (1 - Math.clamp(ink.ink()[i], 0f, 1f)));
      drawn.setRGB(i % ink.side(), i / ink.side(), grey << 16 | grey << 8 | grey);
    }
    drawInto(g, drawn, sketchPanel);
    frame(g, sketchPanel);
  }

  private void drawPhoto(Graphics2D g) {
    drawInto(g, photo, photoPanel);
    float[] attention = explanation.attentionOnPhoto();
    int grid = explanation.grid();
    BufferedImage warm = new BufferedImage(grid, grid, BufferedImage.TYPE_INT_ARGB);
    for (int patch = 0; patch < attention.length; patch++) {
      int alpha = (int) Math.round(MOST_WARMTH * warmth(attention[patch]));
      warm.setRGB(patch % grid, patch / grid, alpha << 24 | WARM);
    }
    drawInto(g, warm, photoPanel);
    frame(g, photoPanel);
  }

  /** 0 up to chance, 1 at {@link #FULL_WARMTH} times that: noise must not glow. */
  private double warmth(float attention) {
    double timesChance = attention * explanation.patches();
    return Math.clamp(Math.log(timesChance) / Math.log(FULL_WARMTH), 0, 1);
  }

  private void drawCorrespondences(Graphics2D g) {
    Point2D middle = new Point2D.Double(sketchPanel.getCenterX(), sketchPanel.getCenterY());
    // Neighbours around the sketch take different colours, so crossing lines can be followed.
    List<Correspondence> around =
        correspondences.stream()
            .sorted(
                Comparator.comparingDouble(c -> {
                  Rectangle2D cell = cell(sketchPanel, c.sketchPatch());
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
      drawLine(g, around.get(i), LINES.get(i % LINES.size()));
    }
    for (int i : faintestFirst) {
      mark(g, cell(sketchPanel, around.get(i).sketchPatch()), LINES.get(i % LINES.size()));
      mark(g, cell(photoPanel, around.get(i).photoPatch()), LINES.get(i % LINES.size()));
    }
  }

  private void drawLine(Graphics2D g, Correspondence correspondence, Color color) {
    Rectangle2D from = cell(sketchPanel, correspondence.sketchPatch());
    Rectangle2D to = cell(photoPanel, correspondence.photoPatch());
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
    g.setStroke(round(thickness + 2));
    g.draw(line);
    g.setComposite(AlphaComposite.SrcOver.derive(opacity));
    g.setColor(color);
    g.setStroke(round(thickness));
    g.draw(line);
    g.setComposite(AlphaComposite.SrcOver);
  }

  /**
   * How far down a line's handles are pulled: away from the middle, longer lines further, since
   * lines of one row would else cover each other, but never out of the picture.
   */
  private double bow(Rectangle2D from, Rectangle2D to) {
    boolean up = from.getCenterY() < sketchPanel.getCenterY();
    double room =
        up
            ? Math.min(from.getCenterY(), to.getCenterY()) - sketchPanel.getY()
            : sketchPanel.getMaxY() - Math.max(from.getCenterY(), to.getCenterY());
    // A curve reaches three quarters of the way to its handles.
    double bow = Math.min(BOW * (to.getCenterX() - from.getCenterX()), (room + 12) / 0.75);
    return up ? -bow : bow;
  }

  private static void mark(Graphics2D g, Rectangle2D cell, Color color) {
    RoundRectangle2D outline =
        new RoundRectangle2D.Double(
            cell.getX(), cell.getY(), cell.getWidth(), cell.getHeight(), 6, 6);
    g.setColor(Color.WHITE);
    g.setStroke(round(3.5f));
    g.draw(outline);
    g.setColor(color);
    g.setStroke(round(2));
    g.draw(outline);
    g.fill(new Ellipse2D.Double(cell.getCenterX() - 4, cell.getCenterY() - 4, 8, 8));
  }

  private Rectangle2D cell(Rectangle2D panel, int patch) {
    int row = patch / explanation.grid();
    int column = patch % explanation.grid();
    double width = panel.getWidth() / explanation.grid();
    double height = panel.getHeight() / explanation.grid();
    return new Rectangle2D.Double(
        panel.getX() + column * width, panel.getY() + row * height, width, height);
  }

  private static void drawInto(Graphics2D g, BufferedImage image, Rectangle2D panel) {
    g.drawImage(
        image,
        (int) Math.round(panel.getX()),
        (int) Math.round(panel.getY()),
        (int) Math.round(panel.getWidth()),
        (int) Math.round(panel.getHeight()),
        null);
  }

  private static void frame(Graphics2D g, Rectangle2D panel) {
    g.setColor(FRAME);
    g.setStroke(new BasicStroke(1));
    g.draw(panel);
  }

  /** Writes a line; nothing on a computer without any font, where the drawing must do alone. */
  private static void write(
      Graphics2D g, String text, int size, int style, Color color, int x, int y) {
    g.setFont(new Font(Font.SANS_SERIF, style, size));
    g.setColor(color);
    try {
      g.drawString(text, x, y);
    } catch (RuntimeException | Error e) {
      // Java says no more than this, in words that differ by what is missing.
      LOG.warn("The picture has no text, since no font was found: {}", e.getMessage());
    }
  }

  private static BasicStroke round(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
