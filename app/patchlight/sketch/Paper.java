package patchlight.sketch;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The colour of a picture's paper, place by place: what ink is measured against. Digital pictures
 * have paper of one tone; a photographed sheet is lit unevenly, so there the median colour of each
 * cell of a grid is taken where it is plausible.
 */
final class Paper {
  private static final int SMALLEST_CELL = 16;
  private static final int CELLS_ACROSS = 24;

  /** Tones this near (of 255) to the paper's are the same tone. */
  private static final int SAME_TONE = 2;

  /** The tones (of 255) that light falls off by from one cell to the next, at most. */
  private static final int SHADE_STEP = 16;

  private final int width;
  private final int columns;
  private final int rows;
  private final int cell;

  /** Cell by cell: red, green, blue, 0 to 255. */
  private final float[] colours;

  private Paper(int width, int columns, int rows, int cell, float[] colours) {
    this.width = width;
    this.columns = columns;
    this.rows = rows;
    this.cell = cell;
    this.colours = colours;
  }

  /** Paper of one colour, 0xRRGGBB. */
  static Paper even(int width, int rgb) {
    float[] colour = {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF};
    return new Paper(width, 1, 1, Integer.MAX_VALUE, colour);
  }

  /**
   * The border's most common tone where most of the border has it, else the whole picture's:
   * 0xRRGGBB.
   */
  static int commonestColour(RasterPicture picture) {
    int[] all = picture.argb();
    int[] border = border(picture);
    int atBorder = commonest(border);
    long alike = Arrays.stream(border).filter(pixel -> near(pixel, atBorder, 24)).count();
    return alike * 2 >= border.length ? atBorder : commonest(all);
  }

  /**
   * Whether half the picture has exactly this colour, as drawn by a program rather than a scanner.
   */
  static boolean isEven(RasterPicture picture, int colour) {
    long same = Arrays.stream(picture.argb()).filter(p -> near(p, colour, SAME_TONE)).count();
    return same * 2 >= picture.argb().length;
  }

  /**
   * Unevenly lit paper.
   *
   * @param colour the paper's commonest colour
   * @param tolerance a cell's median this far from it at most is paper too, in [0, 1]; so is one
   *     that paper shades off into; others take their neighbours' colour
   */
  static Paper uneven(RasterPicture picture, int colour, double tolerance) {
    int longer = Math.max(picture.width(), picture.height());
    int cell = Math.max(SMALLEST_CELL, Math.ceilDiv(longer, CELLS_ACROSS));
    int columns = Math.ceilDiv(picture.width(), cell);
    int rows = Math.ceilDiv(picture.height(), cell);
    float[] colours = new float[columns * rows * 3];
    Paper global = even(picture.width(), colour);
    int[] medians = new int[columns * rows];
    boolean[] paper = new boolean[medians.length];
    for (int i = 0; i < medians.length; i++) {
      medians[i] = rgb(median(picture, i % columns * cell, i / columns * cell, cell));
      paper[i] = global.distance(medians[i], 0) <= tolerance;
    }
    followShade(medians, paper, columns);
    for (int i = 0; i < colours.length; i++) {
      colours[i] = paper[i / 3] ? tone(medians[i / 3], i % 3) : Float.NaN;
    }
    fillGaps(colours, columns, rows, global.colours);
    return new Paper(picture.width(), columns, rows, cell, colours);
  }

  /**
   * Light falls off little by little, ink begins at once: cells that differ little join the paper.
   */
  private static void followShade(int[] medians, boolean[] paper, int columns) {
    Deque<Integer> edge = new ArrayDeque<>();
    for (int i = 0; i < paper.length; i++) {
      if (paper[i]) {
        edge.add(i);
      }
    }
    while (!edge.isEmpty()) {
      int from = edge.remove();
      int column = from % columns;
      int[] beside = {
        column > 0 ? from - 1 : -1,
        column < columns - 1 ? from + 1 : -1,
        from - columns,
        from + columns
      };
      for (int next : beside) {
        if (next >= 0
            && next < paper.length
            && !paper[next]
            && near(medians[next], medians[from], SHADE_STEP)) {
          paper[next] = true;
          edge.add(next);
        }
      }
    }
  }

  /**
   * How far a pixel's colour is from the paper there: 0 is paper, 1 the distance from black to
   * white.
   */
  double distance(int rgb, int pixel) {
    int column = pixel % width;
    int row = pixel / width;
    double x = Math.clamp((column + 0.5) / cell - 0.5, 0, columns - 1.0);
    double y = Math.clamp((row + 0.5) / cell - 0.5, 0, rows - 1.0);
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(left + 1, columns - 1);
    int bottom = Math.min(top + 1, rows - 1);
    double alongX = x - left;
    double alongY = y - top;
    double sum = 0;
    for (int channel = 0; channel < 3; channel++) {
      double above = mix(colour(left, top, channel), colour(right, top, channel), alongX);
      double below = mix(colour(left, bottom, channel), colour(right, bottom, channel), alongX);
      double off = tone(rgb, channel) - mix(above, below, alongY);
      sum += off * off;
    }
    return Math.sqrt(sum / 3) / 255;
  }

  private float colour(int column, int row, int channel) {
    return colours[(row * columns + column) * 3 + channel];
  }

  private static double mix(double a, double b, double along) {
    return a + (b - a) * along;
  }

  private static int[] border(RasterPicture picture) {
    int band = Math.max(1, Math.min(picture.width(), picture.height()) / 50);
    int[] pixels = new int[picture.argb().length];
    int count = 0;
    for (int y = 0; y < picture.height(); y++) {
      boolean edgeRow = y < band || y >= picture.height() - band;
      for (int x = 0; x < picture.width(); x++) {
        if (edgeRow || x < band || x >= picture.width() - band) {
          pixels[count++] = picture.argb()[y * picture.width() + x];
        }
      }
    }
    return Arrays.copyOf(pixels, count);
  }

  /** The mean of the fullest of 16 × 16 × 16 bins. */
  private static int commonest(int[] pixels) {
    int[] bins = new int[4096];
    for (int pixel : pixels) {
      bins[bin(pixel)]++;
    }
    int fullest = 0;
    for (int i = 1; i < bins.length; i++) {
      fullest = bins[i] > bins[fullest] ? i : fullest;
    }
    float[] sums = new float[3];
    for (int pixel : pixels) {
      if (bin(pixel) == fullest) {
        for (int channel = 0; channel < 3; channel++) {
          sums[channel] += (float) tone(pixel, channel) / bins[fullest];
        }
      }
    }
    return rgb(sums);
  }

  /** Red, green or blue of a colour, 0 to 255. */
  private static int tone(int rgb, int channel) {
    return rgb >> (16 - 8 * channel) & 0xFF;
  }

  private static int bin(int rgb) {
    return (rgb >> 20 & 0xF) << 8 | (rgb >> 12 & 0xF) << 4 | (rgb >> 4 & 0xF);
  }

  private static int rgb(float[] colour) {
    return Math.round(colour[0]) << 16 | Math.round(colour[1]) << 8 | Math.round(colour[2]);
  }

  private static boolean near(int pixel, int colour, int tolerance) {
    return Math.abs((pixel >> 16 & 0xFF) - (colour >> 16 & 0xFF)) <= tolerance
        && Math.abs((pixel >> 8 & 0xFF) - (colour >> 8 & 0xFF)) <= tolerance
        && Math.abs((pixel & 0xFF) - (colour & 0xFF)) <= tolerance;
  }

  private static float[] median(RasterPicture picture, int left, int top, int cell) {
    int[][] histograms = new int[3][256];
    int count = 0;
    for (int y = top; y < Math.min(top + cell, picture.height()); y++) {
      for (int x = left; x < Math.min(left + cell, picture.width()); x++) {
        int pixel = picture.argb()[y * picture.width() + x];
        for (int channel = 0; channel < 3; channel++) {
          histograms[channel][tone(pixel, channel)]++;
        }
        count++;
      }
    }
    float[] median = new float[3];
    for (int channel = 0; channel < 3; channel++) {
      int tone = 0;
      for (int below = histograms[channel][0]; below * 2 < count; ) {
        below += histograms[channel][++tone];
      }
      median[channel] = tone;
    }
    return median;
  }

  /**
   * Cells without a colour take the mean of their neighbours', again and again until none is left.
   */
  private static void fillGaps(float[] colours, int columns, int rows, float[] fallback) {
    boolean anyKnown = false;
    for (float value : colours) {
      anyKnown |= !Float.isNaN(value);
    }
    if (!anyKnown) {
      for (int i = 0; i < colours.length; i++) {
        colours[i] = fallback[i % 3];
      }
      return;
    }
    for (boolean gaps = true; gaps; ) {
      gaps = false;
      float[] before = colours.clone();
      for (int i = 0; i < colours.length; i++) {
        if (Float.isNaN(before[i])) {
          colours[i] = meanOfNeighbours(before, i, columns, rows);
          gaps |= Float.isNaN(colours[i]);
        }
      }
    }
  }

  private static float meanOfNeighbours(float[] colours, int index, int columns, int rows) {
    int column = index / 3 % columns;
    int row = index / 3 / columns;
    float sum = 0;
    int count = 0;
    for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        float value = colours[(y * columns + x) * 3 + index % 3];
        if (!Float.isNaN(value)) {
          sum += value;
          count++;
        }
      }
    }
    return count == 0 ? Float.NaN : sum / count;
  }
}
