package patchlight.settings;

/**
 * Where the window was, in screen units.
 *
 * @param x left edge; may lie on a screen that is gone, which the window checks
 * @param y top edge
 * @param width at least 1
 * @param height at least 1
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
  public WindowBounds {
    if (!(width >= 1 && height >= 1 && Double.isFinite(x + y + width + height))) {
      throw new IllegalArgumentException(
          "No window is " + width + "×" + height + " at " + x + ", " + y);
    }
  }
}
