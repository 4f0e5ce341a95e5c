package patchlight.explanation.export;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Pictures of equal height in rows, each with a label above.
 *
 * @param columns pictures in a row
 * @param side height of a picture
 * @param grid patches along one side of each picture
 * @param pictures row by row
 */
record PanelGrid(int columns, int side, int grid, List<Picture> pictures) implements Figure {
  private static final int GAP = 12;
  private static final int LABELLED = 20;
  private static final int EDGE = 2;

  /**
   * One picture.
   *
   * @param label a word or two
   * @param aspect width over height
   * @param painter draws it into its panel
   */
  record Picture(String label, double aspect, BiConsumer<Graphics2D, Panel> painter) {
    /** A square picture, as sketches are. */
    Picture(String label, BiConsumer<Graphics2D, Panel> painter) {
      this(label, 1, painter);
    }

    /** A picture of a photo's proportion, within what fits a page. */
    static Picture of(String label, BufferedImage photo, BiConsumer<Graphics2D, Panel> painter) {
      double aspect = Math.clamp((double) photo.getWidth() / photo.getHeight(), 1 / 3.0, 2);
      return new Picture(label, aspect, painter);
    }
  }

  PanelGrid {
    pictures = List.copyOf(pictures);
  }

  @Override
  public int width() {
    return (int) Math.ceil(left(columns) - GAP + EDGE);
  }

  @Override
  public int height() {
    int rows = (pictures.size() + columns - 1) / columns;
    return rows * (labelHeight() + side + GAP) - GAP + 2 * EDGE;
  }

  @Override
  public void paint(Graphics2D g) {
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      double x = left(i % columns);
      int row = i / columns;
      double top = EDGE + row * (labelHeight() + side + GAP) + labelHeight();
      Lettering.LABEL.write(g, picture.label, x, top - 6);
      picture.painter.accept(
          g, new Panel(new Rectangle2D.Double(x, top, side * picture.aspect, side), grid));
    }
  }

  private int labelHeight() {
    return pictures.stream().allMatch(picture -> picture.label.isEmpty()) ? 0 : LABELLED;
  }

  /** Where a column begins: each is as wide as its widest picture. */
  private double left(int column) {
    double x = EDGE;
    for (int before = 0; before < column; before++) {
      double widest = 0;
      for (int i = before; i < pictures.size(); i += columns) {
        widest = Math.max(widest, pictures.get(i).aspect);
      }
      x += widest * side + GAP;
    }
    return x;
  }
}
