package patchlight.ui.explanation;

import javafx.scene.paint.Color;

/**
 * From orange for what hinders over grey to blue for what helps: two hues that people with any
 * colour vision tell apart, on the white paper that a sketch has in both themes.
 */
final class InfluenceColors {
  private static final Color HINDERS = Color.web("#d9600a");
  private static final Color NEITHER = Color.web("#b4b9c0");
  private static final Color HELPS = Color.web("#0b57c4");

  /** Of a stroke that was not measured, fainter than one that does nothing. */
  static final Color UNKNOWN = Color.web("#dcdfe3");

  private InfluenceColors() {}

  /**
   * The colour of a stroke.
   *
   * @param share from -1, hinders most, to 1, helps most
   */
  static Color of(double share) {
    double part = Math.sqrt(Math.clamp(Math.abs(share), 0, 1));
    return NEITHER.interpolate(share < 0 ? HINDERS : HELPS, part);
  }

  /** The scale from left to right as a JavaFX gradient. */
  static String gradient() {
    StringBuilder css = new StringBuilder("linear-gradient(to right");
    for (double share = -1; share <= 1; share += 0.25) {
      css.append(", #").append(of(share).toString(), 2, 8);
    }
    return css.append(')').toString();
  }
}
