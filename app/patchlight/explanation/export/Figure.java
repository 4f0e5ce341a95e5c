package patchlight.explanation.export;

import java.awt.Graphics2D;

/** A picture of one side of an explanation, drawn without a background of its own. */
public interface Figure {
  /** Width in pixels at natural size. */
  int width();

  /** Height in pixels at natural size. */
  int height();

  /** Draws it with its upper left corner at (0, 0). */
  void paint(Graphics2D g);

  /**
   * Its markup on a page, where there may be more to it than on paper.
   *
   * @param alternative what it shows, for those who do not see it
   */
  default String onPage(String alternative) {
    return SvgDrawing.of(this, alternative);
  }
}
