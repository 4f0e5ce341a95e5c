package patchlight.sketch;

/**
 * A sketch as the network sees it: a square of ink on paper. Strokes and scanned drawings both end
 * here.
 *
 * @param side pixels a side
 * @param ink row by row, {@code side * side} values in [0, 1]: 0 is paper, 1 is full ink; not to be
 *     changed
 */
public record InkImage(int side, float[] ink) {
  public InkImage {
    if (ink.length != side * side) {
      throw new IllegalArgumentException(ink.length + " values do not fill " + side + "×" + side);
    }
  }

  public boolean isBlank() {
    for (float value : ink) {
      if (value > 0) {
        return false;
      }
    }
    return true;
  }
}
