package patchlight.explanation.export;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import patchlight.sketch.InkImage;

/**
 * A framed picture that is divided into patches.
 *
 * @param place in the figure
 * @param grid patches along one side, stretched over the whole picture
 */
record Panel(Rectangle2D place, int grid) {
  private static final double FULL_WARMTH = 190 / 255.0;

  static Panel square(double x, double y, double side, int grid) {
    return new Panel(new Rectangle2D.Double(x, y, side, side), grid);
  }

  /** Where a patch lies. */
  Rectangle2D cell(int patch) {
    double width = place.getWidth() / grid;
    double height = place.getHeight() / grid;
    int row = patch / grid;
    int column = patch % grid;
    return new Rectangle2D.Double(
        place.getX() + column * width, place.getY() + row * height, width, height);
  }

  void draw(Graphics2D g, BufferedImage image) {
    g.drawImage(
        image,
        (int) Math.round(place.getX()),
        (int) Math.round(place.getY()),
        (int) Math.round(place.getWidth()),
        (int) Math.round(place.getHeight()),
        null);
    g.setColor(Palette.FRAME);
    g.setStroke(new BasicStroke(1));
    g.draw(place);
  }

  void draw(Graphics2D g, InkImage ink) {
    BufferedImage drawn = new BufferedImage(ink.side(), ink.side(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] grey = new byte[ink.ink().length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) Math.round(255 * (1 - Math.clamp(ink.ink()[i], 0f, 1f)));
    }
    drawn.getRaster().setDataElements(0, 0, ink.side(), ink.side(), grey);
    draw(g, drawn);
  }

  /**
   * Warms patches.
   *
   * @param warmth one value a patch in [0, 1]
   */
  void warm(Graphics2D g, double[] warmth) {
    BufferedImage warm = new BufferedImage(grid, grid, BufferedImage.TYPE_INT_ARGB);
    for (int patch = 0; patch < warmth.length; patch++) {
      int alpha = (int) Math.round(255 * FULL_WARMTH * Math.clamp(warmth[patch], 0, 1));
      warm.setRGB(patch % grid, patch / grid, (alpha << 24) | (Palette.WARM.getRGB() & 0xffffff));
    }
    draw(g, warm);
  }

  /** Outlines a patch, lighter around so that it is seen on any photo. */
  void mark(Graphics2D g, int patch, Color color) {
    Rectangle2D cell = cell(patch);
    RoundRectangle2D outline =
        new RoundRectangle2D.Double(
            cell.getX(), cell.getY(), cell.getWidth(), cell.getHeight(), 6, 6);
    g.setColor(Color.WHITE);
    g.setStroke(round(3.5f));
    g.draw(outline);
    g.setColor(color);
    g.setStroke(round(2));
    g.draw(outline);
  }

  /** Fills a patch, half transparent. */
  void tint(Graphics2D g, int patch, Color color) {
    g.setComposite(AlphaComposite.SrcOver.derive(0.45f));
    g.setColor(color);
    g.fill(cell(patch));
    g.setComposite(AlphaComposite.SrcOver);
  }

  static BasicStroke round(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
