package patchlight.sketch;

/**
 * One point of a stroke.
 *
 * @param x rightwards, in any unit that the whole sketch shares
 * @param y downwards, in the same unit
 * @param millis milliseconds since the sketch was begun; 0 where the source tells no time
 */
public record Point(double x, double y, long millis) {
  public Point {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("A point needs finite coordinates, not " + x + ", " + y);
    }
  }
}
