package patchlight.network;

/** Pictures as the encoder takes them: three planes [3, side, side], red first, normalised. */
public final class Pixels {
  private Pixels() {}

  /**
   * Grey pictures, such as sketches.
   *
   * @param brightness side × side values in [0, 1], row by row; 1 is white paper, 0 full ink
   * @param manifest tells the mean and deviation
   * @return three equal planes but for their normalisation
   */
  public static float[] ofBrightness(float[] brightness, Manifest manifest) {
    int plane = plane(brightness.length, manifest);
    float[] pixels = new float[3 * plane];
    for (int channel = 0; channel < 3; channel++) {
      float mean = manifest.mean()[channel];
      float std = manifest.std()[channel];
      for (int i = 0; i < plane; i++) {
        pixels[channel * plane + i] = (brightness[i] - mean) / std;
      }
    }
    return pixels;
  }

  /**
   * Coloured pictures.
   *
   * @param rgb side × side values 0xRRGGBB, row by row
   * @param manifest tells the mean and deviation
   */
  public static float[] ofRgb(int[] rgb, Manifest manifest) {
    int plane = plane(rgb.length, manifest);
    float[] pixels = new float[3 * plane];
    for (int channel = 0; channel < 3; channel++) {
      float[] normalised = normalisedLevels(manifest.mean()[channel], manifest.std()[channel]);
      int shift = 16 - 8 * channel;
      for (int i = 0; i < plane; i++) {
        pixels[channel * plane + i] = normalised[rgb[i] >> shift & 0xff];
      }
    }
    return pixels;
  }

  private static float[] normalisedLevels(float mean, float std) {
    float[] levels = new float[256];
    for (int level = 0; level < 256; level++) {
      levels[level] = (level / 255f - mean) / std;
    }
    return levels;
  }

  private static int plane(int length, Manifest manifest) {
    int plane = manifest.side() * manifest.side();
    if (length != plane) {
      throw new IllegalArgumentException(
          length + " values do not fill " + manifest.side() + "×" + manifest.side());
    }
    return plane;
  }
}
