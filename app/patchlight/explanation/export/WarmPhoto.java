package patchlight.explanation.export;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A photo, warm in places, with a line of text below.
 *
 * @param photo upright, of any size and aspect
 * @param warmth one value a patch in [0, 1], in row order
 * @param grid patches along one side
 * @param words what is warm
 */
record WarmPhoto(BufferedImage photo, double[] warmth, int grid, String words) implements Figure {
  private static final int SIDE = 300;
  private static final int EDGE = 2;
  private static final int WORDS = 28;
  private static final double WIDEST = 1.4;

  @Override
  public int width() {
    return (int) Math.ceil(panel().place().getMaxX()) + EDGE;
  }

  @Override
  public int height() {
    return (int) Math.ceil(panel().place().getMaxY()) + EDGE + WORDS;
  }

  /**
   * The warmth is the last image and the words are the last text: the page's script relies on it.
   */
  @Override
  public void paint(Graphics2D g) {
    Panel panel = panel();
    panel.draw(g, photo);
    panel.warm(g, warmth);
    Lettering.LABEL.write(g, words, EDGE, panel.place().getMaxY() + EDGE + 20);
  }

  private Panel panel() {
    double aspect = Math.clamp((double) photo.getWidth() / photo.getHeight(), 1 / 3.0, 2);
    double height = Math.min(SIDE, WIDEST * SIDE / aspect);
    return new Panel(new Rectangle2D.Double(EDGE, EDGE, height * aspect, height), grid);
  }
}
