package patchlight.explanation.export;

import java.util.Base64;

/** How warm attention makes the patches of a photo. */
final class Warmth {
  /** A patch is fully warm at so many times chance. */
  static final double FULL = 8;

  private Warmth() {}

  /**
   * The warmth of each patch: 0 up to chance, for noise must not glow, 1 at {@link #FULL} times
   * that, logarithmic between.
   *
   * @param attention one value a patch, 1/N each where it is even
   */
  static double[] of(float[] attention) {
    double[] warmth = new double[attention.length];
    for (int patch = 0; patch < warmth.length; patch++) {
      double timesChance = (double) attention[patch] * attention.length;
      warmth[patch] = Math.clamp(Math.log(timesChance) / Math.log(FULL), 0, 1);
    }
    return warmth;
  }

  /** A byte a patch, 255 where it is fully warm, in base 64, as a page's script reads it. */
  static String bytes(double[] warmth) {
    byte[] bytes = new byte[warmth.length];
    for (int patch = 0; patch < bytes.length; patch++) {
      bytes[patch] = (byte) Math.round(255 * warmth[patch]);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }
}
