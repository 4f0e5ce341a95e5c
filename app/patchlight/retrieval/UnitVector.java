package patchlight.retrieval;

/** Vectors of length one, whose dot products are cosines. */
final class UnitVector {
  private UnitVector() {}

  /** {@code values} scaled to length one; a vector without length stays as it is. */
  static float[] of(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    double scale = squares > 0 ? 1 / Math.sqrt(squares) : 1;
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] * scale);
    }
    return unit;
  }
}
