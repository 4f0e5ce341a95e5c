package patchlight.sketch;

/**
 * Where a sketch lies in its picture: {@code pixel = sketch unit * scale + offset}.
 *
 * @param scale pixels a sketch unit, the same both ways
 * @param offsetX pixels, rightwards
 * @param offsetY pixels, downwards
 */
public record SketchPlacement(double scale, double offsetX, double offsetY) {
  public double pixelX(double sketchX) {
    return sketchX * scale + offsetX;
  }

  public double pixelY(double sketchY) {
    return sketchY * scale + offsetY;
  }

  public double sketchX(double pixelX) {
    return (pixelX - offsetX) / scale;
  }

  public double sketchY(double pixelY) {
    return (pixelY - offsetY) / scale;
  }
}
