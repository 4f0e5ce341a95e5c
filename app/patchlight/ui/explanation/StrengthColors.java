package patchlight.ui.explanation;

import javafx.scene.paint.Color;

/** One colour scale for all pictures: from faint blue at chance to warm at full attention. */
final class StrengthColors {
  private static final Color[] STOPS = {
    Color.web("#5b6ee1"),
    Color.web("#2f9fd8"),
    Color.web("#18b58f"),
    Color.web("#f2a51a"),
    Color.web("#f2542d")
  };

  private StrengthColors() {}

  /**
   * The colour of a match.
   *
   * @param clarity in [0, 1], as {@link patchlight.explanation.Explanation#clarity} gives it
   */
  static Color of(double clarity) {
    double at = Math.clamp(clarity, 0, 1) * (STOPS.length - 1);
    int stop = (int) Math.min(at, STOPS.length - 2);
    return STOPS[stop].interpolate(STOPS[stop + 1], at - stop);
  }

  /** The scale from left to right as a JavaFX gradient. */
  static String gradient() {
    StringBuilder css = new StringBuilder("linear-gradient(to right");
    for (Color stop : STOPS) {
      css.append(", #").append(stop.toString(), 2, 8);
    }
    return css.append(')').toString();
  }
}
