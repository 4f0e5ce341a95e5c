package patchlight.evaluation;

/**
 * A point of an object's surface, in the object's own coordinates: all three axes by one scale, so
 * that distances mean the same everywhere.
 *
 * @param x in [0, 255], where 255 is the longest side of the box around the object
 * @param y in the same unit
 * @param z in the same unit
 */
record Place(double x, double y, double z) {
  double distance(Place other) {
    return Math.sqrt(square(x - other.x) + square(y - other.y) + square(z - other.z));
  }

  private static double square(double value) {
    return value * value;
  }
}
