package patchlight.sketch;

import java.util.Arrays;

/**
 * The ink of a scanned or drawn picture at the picture's own size, whatever the colours of ink and
 * paper.
 *
 * @param width pixels across
 * @param height pixels down
 * @param ink row by row, in [0, 1]: 0 is paper, 1 the strength of the strokes
 */
record InkScan(int width, int height, float[] ink) {
  /**
   * Colours nearer to the paper's than this are paper, however clean the picture; 8 of 255 tones.
   */
  private static final double LEAST_DISTANCE = 0.03;

  /** Beyond so many times the median distance of paper nothing is there by chance. */
  private static final double NOISE_FACTOR = 8;

  /** Ringing around strokes in JPEGs stays under this share of the strokes' own strength. */
  private static final double FLOOR_SHARE = 0.2;

  /** Strokes are as strong as the strongest tenth of what is ink at all. */
  private static final double STROKE_QUANTILE = 0.9;

  /**
   * Ink at this share of the strokes' strength counts as full: a pencil presses now more, now less;
   * the network's pen does not.
   */
  private static final double FULL_SHARE = 0.65;

  /** Paper may differ by this share of the ink's strength from place to place. */
  private static final double LIGHTING_SHARE = 0.35;

  InkScan {
    if (ink.length != width * height) {
      throw new IllegalArgumentException(
          ink.length + " values do not fill " + width + "×" + height);
    }
  }

  /** Finds the paper and measures what is not paper. A picture that is all paper gives no ink. */
  static InkScan of(RasterPicture picture) {
    InkScan onWhite = ofOpaque(picture.laidOn(255));
    // White strokes on a transparent ground show on black only.
    return onWhite.isBlank() && picture.hasTransparency() ? ofOpaque(picture.laidOn(0)) : onWhite;
  }

  private static InkScan ofOpaque(RasterPicture picture) {
    int colour = Paper.commonestColour(picture);
    float[] distances = distances(picture, Paper.even(picture.width(), colour));
    if (!Paper.isEven(picture, colour)) {
      double tolerance = LIGHTING_SHARE * strength(distances, noiseFloor(distances));
      distances = distances(picture, Paper.uneven(picture, colour, tolerance));
    }
    double noise = noiseFloor(distances);
    double strength = strength(distances, noise);
    double floor = Math.max(noise, FLOOR_SHARE * strength);
    double full = floor + FULL_SHARE * (strength - floor);
    float[] ink = new float[distances.length];
    for (int i = 0; i < ink.length; i++) {
      if (distances[i] > floor) {
        ink[i] = (float) Math.clamp((distances[i] - floor) / (full - floor), 0, 1);
      }
    }
    return new InkScan(picture.width(), picture.height(), ink);
  }

  boolean isBlank() {
    for (float value : ink) {
      if (value > 0) {
        return false;
      }
    }
    return true;
  }

  private static float[] distances(RasterPicture picture, Paper paper) {
    float[] distances = new float[picture.argb().length];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = (float) paper.distance(picture.argb()[i], i);
    }
    return distances;
  }

  /**
   * Told by the pixels nearer to the paper than to the strongest ink, for they may be the fewer.
   */
  private static double noiseFloor(float[] distances) {
    float[] sorted = distances.clone();
    Arrays.sort(sorted);
    float half = sorted[sorted.length - 1] / 2;
    int paper = 0;
    while (paper < sorted.length && sorted[paper] <= half) {
      paper++;
    }
    return Math.max(LEAST_DISTANCE, NOISE_FACTOR * sorted[paper / 2]);
  }

  /** The distance that the strokes have; the floor itself where nothing exceeds it. */
  private static double strength(float[] distances, double floor) {
    int count = 0;
    float[] above = new float[distances.length];
    for (float distance : distances) {
      if (distance > floor) {
        above[count++] = distance;
      }
    }
    if (count == 0) {
      return floor;
    }
    Arrays.sort(above, 0, count);
    return above[(int) (STROKE_QUANTILE * (count - 1))];
  }
}
