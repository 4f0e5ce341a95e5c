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

  /**
   * The sketch turned, and fitted into a picture of the same side as any sketch is: by the box
   * around its ink, in which ink below a fifth does not count.
   *
   * @param degrees clockwise, from -45 to 45
   */
  public InkImage turned(double degrees) {
    return turned(degrees, this);
  }

  /**
   * A part of a larger drawing turned, at the place and the size that it has when that is turned.
   *
   * @param degrees clockwise, from -45 to 45
   * @param whole the larger drawing, of the same side
   */
  public InkImage turned(double degrees, InkImage whole) {
    return InkTurning.of(whole, degrees).turned(this);
  }
}
