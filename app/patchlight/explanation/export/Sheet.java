package patchlight.explanation.export;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** All sections of an explanation on one sheet of paper: row by row, as many as fit in a row. */
final class Sheet implements Figure {
  private static final int EDGE = 32;
  private static final int GAP = 32;
  private static final int NARROWEST = 1076;
  private static final int NARROWEST_SECTION = 300;

  /** Of a section without a figure: about as long as lines are read with ease. */
  private static final int TEXT_SECTION = 640;

  private static final int HEADER = 84;

  private final String title;
  private final String lead;
  private final int width;
  private final int height;
  private final List<Placed> placed = new ArrayList<>();

  /**
   * Lays the sections out.
   *
   * @param title the first line
   * @param lead the second line
   */
  Sheet(String title, String lead, List<Section> sections) {
    this.title = title;
    this.lead = lead;
    int widest =
        sections.stream().mapToInt(section -> block(section, 0, 0).width()).max().orElse(0);
    this.width = Math.max(NARROWEST, widest + 2 * EDGE);
    int x = EDGE;
    int y = HEADER;
    int bottom = HEADER;
    for (Section section : sections) {
      Placed block = block(section, x, y);
      if (x > EDGE && x + block.width() > width - EDGE) {
        x = EDGE;
        y = bottom + GAP;
        block = block(section, x, y);
      }
      placed.add(block);
      x += block.width() + GAP;
      bottom = Math.max(bottom, y + block.height());
    }
    this.height = bottom + EDGE;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, width, height);
    Lettering.TITLE.write(g, title, EDGE, 40);
    Lettering.BODY.write(g, lead, EDGE, 64);
    placed.forEach(block -> block.paint(g));
  }

  private static Placed block(Section section, int x, int y) {
    int width =
        Math.max(NARROWEST_SECTION, section.figure().map(Figure::width).orElse(TEXT_SECTION));
    List<List<String>> paragraphs =
        section.paragraphs().stream()
            .map(paragraph -> Lettering.BODY.wrapped(paragraph, width))
            .toList();
    return new Placed(section, paragraphs, x, y, width);
  }

  /** A section at its place: heading, figure, text. */
  private record Placed(Section section, List<List<String>> paragraphs, int x, int y, int width) {
    private static final int HEADING = 32;
    private static final int ABOVE_TEXT = 10;
    private static final int BETWEEN = 6;

    int height() {
      int lines = paragraphs.stream().mapToInt(List::size).sum();
      return HEADING
          + figureHeight()
          + lines * Lettering.BODY.lineHeight()
          + paragraphs.size() * BETWEEN;
    }

    void paint(Graphics2D g) {
      Lettering.HEADING.write(g, section.heading(), x, y + Lettering.HEADING.size());
      section
          .figure()
          .ifPresent(figure -> {
            g.translate(x, y + HEADING);
            figure.paint(g);
            g.translate(-x, -y - HEADING);
          });
      int base = y + HEADING + figureHeight() + Lettering.BODY.size() - 2;
      for (List<String> paragraph : paragraphs) {
        for (String line : paragraph) {
          Lettering.BODY.write(g, line, x, base);
          base += Lettering.BODY.lineHeight();
        }
        base += BETWEEN;
      }
    }

    private int figureHeight() {
      return section.figure().map(figure -> figure.height() + ABOVE_TEXT).orElse(0);
    }
  }
}
