package patchlight.gallery;

/**
 * Resizing with a triangle filter that widens with the reduction, so that every source pixel counts
 * and nothing aliases. One axis at a time in fixed point, with 8 bits between the two passes: the
 * same arithmetic as Pillow's {@code BILINEAR}, with which the network was trained.
 */
final class TriangleFilter {
  private static final int FRACTION_BITS = 22;
  private static final long HALF = 1L << (FRACTION_BITS - 1);

  /** Source pixels {@code first[i]…} and their weights for each target pixel of one axis. */
  private record Taps(int[] first, int[][] weights) {}

  private TriangleFilter() {}

  static RgbPicture resize(RgbPicture source, int width, int height) {
    int[] across =
        source.width() == width
            ? source.rgb()
            : horizontally(source, width, taps(source.width(), width));
    if (source.height() == height) {
      return new RgbPicture(width, height, across);
    }
    return new RgbPicture(
        width, height, vertically(across, width, height, taps(source.height(), height)));
  }

  private static int[] horizontally(RgbPicture source, int width, Taps taps) {
    int[] rgb = source.rgb();
    int[] result = new int[width * source.height()];
    for (int y = 0; y < source.height(); y++) {
      int row = y * source.width();
      for (int x = 0; x < width; x++) {
        result[y * width + x] = weighted(rgb, row + taps.first[x], 1, taps.weights[x]);
      }
    }
    return result;
  }

  private static int[] vertically(int[] rgb, int width, int height, Taps taps) {
    int[] result = new int[width * height];
    for (int y = 0; y < height; y++) {
      int from = taps.first[y] * width;
      for (int x = 0; x < width; x++) {
        result[y * width + x] = weighted(rgb, from + x, width, taps.weights[y]);
      }
    }
    return result;
  }

  private static int weighted(int[] rgb, int from, int step, int[] weights) {
    long red = HALF;
    long green = HALF;
    long blue = HALF;
    int at = from;
    for (int weight : weights) {
      int pixel = rgb[at];
      red += (long) weight * (pixel >> 16 & 0xff);
      green += (long) weight * (pixel >> 8 & 0xff);
      blue += (long) weight * (pixel & 0xff);
      at += step;
    }
    return level(red) << 16 | level(green) << 8 | level(blue);
  }

  /** The weights are positive and sum to 1 but for rounding, so only the top can be passed. */
  private static int level(long sum) {
    return Math.min(255, (int) (sum >> FRACTION_BITS));
  }

  private static Taps taps(int from, int to) {
    double scale = (double) from / to;
    double support = Math.max(1, scale);
    int[] first = new int[to];
    int[][] weights = new int[to][];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      first[i] = Math.max(0, (int) (centre - support + 0.5));
      int end = Math.min(from, (int) (centre + support + 0.5));
      weights[i] = weights(first[i], end, centre, support);
    }
    return new Taps(first, weights);
  }

  private static int[] weights(int first, int end, double centre, double support) {
    double[] exact = new double[end - first];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      exact[i] = Math.max(0, 1 - Math.abs((first + i - centre + 0.5) / support));
      sum += exact[i];
    }
    int[] weights = new int[exact.length];
    for (int i = 0; i < exact.length; i++) {
      weights[i] = (int) (exact[i] / sum * (1 << FRACTION_BITS) + 0.5);
    }
    return weights;
  }
}
