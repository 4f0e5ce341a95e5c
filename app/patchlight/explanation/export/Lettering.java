package patchlight.explanation.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Text of one kind.
 *
 * @param size in pixels
 * @param style of {@link Font}
 * @param color of the letters
 */
record Lettering(int size, int style, Color color) {
  static final Lettering TITLE = new Lettering(20, Font.BOLD, Palette.TEXT);
  static final Lettering HEADING = new Lettering(16, Font.BOLD, Palette.TEXT);
  static final Lettering BODY = new Lettering(13, Font.PLAIN, Palette.FAINT);
  static final Lettering LABEL = new Lettering(12, Font.PLAIN, Palette.FAINT);

  private static final Logger LOG = LoggerFactory.getLogger(Lettering.class);

  /**
   * A letter's mean width as a share of the size, on the safe side. The true widths are those of
   * the reader's fonts, which an SVG's writer does not know.
   */
  private static final double LETTER = 0.54;

  Lettering in(Color other) {
    return new Lettering(size, style, other);
  }

  /** Pixels from line to line. */
  int lineHeight() {
    return Math.round(size * 1.4f);
  }

  /** The text in lines of at most this width, broken between words. */
  List<String> wrapped(String text, int width) {
    int letters = (int) (width / (LETTER * size));
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Writes one line, {@code y} being its base; nothing on a computer without any font. */
  void write(Graphics2D g, String text, double x, double y) {
    g.setFont(new Font(Font.SANS_SERIF, style, size));
    g.setColor(color);
    try {
      g.drawString(text, (float) x, (float) y);
    } catch (RuntimeException | Error e) {
      // Java says no more than this, in words that differ by what is missing.
      LOG.warn("The picture has no text, since no font was found: {}", e.getMessage());
    }
  }
}
