package patchlight.sketch;

import java.util.List;

/**
 * Brings scanned ink to the size, place and line width that the rasterizer gives to strokes. Thin
 * lines are widened to the pen's width before the picture shrinks, so that they stay as dark as
 * drawn ones; a marker's wide lines are slimmed to it, and filled areas stay filled.
 */
final class InkFitting {
  /** Ink from here on counts for the drawing's box. */
  private static final float SURE = 0.2f;

  /** Specks are smaller than this share of the squared line width; a pen's dot is larger. */
  private static final double SPECK_SHARE = 0.3;

  /**
   * Lines are no wider than this share of the picture, or they are areas, and small parts beside
   * them no specks.
   */
  private static final double WIDEST_LINE_SHARE = 0.02;

  /** A lone blob this small beside the picture is a dot, not a drawing. */
  private static final double DOT_SHARE = 0.03;

  /** Lines wider than so many pen widths are slimmed. */
  private static final double WIDE_LINE = 1.3;

  /**
   * Ink wider than this share of its own extent is areas rather than lines, and keeps its width.
   */
  private static final double WIDEST_MARKER = 0.125;

  /** Ink from here on has a middle line. */
  private static final float INKED = 0.5f;

  /** Ink is drawn this much finer than the result at least, then averaged. */
  private static final int LEAST_OVERSAMPLING = 3;

  private InkFitting() {}

  static InkImage fit(InkScan scan, int side) {
    double width = lineWidth(scan);
    double widestLine = Math.max(1, WIDEST_LINE_SHARE * Math.max(scan.width(), scan.height()));
    double lineWidth = Math.min(width, widestLine);
    InkScan clean = InkParts.drawing(scan, SURE, SPECK_SHARE * lineWidth * lineWidth);
    double[] box = box(clean);
    if (box.length == 0) {
      return new InkImage(side, new float[side * side]);
    }
    double extent = Math.max(box[2] - box[0], box[3] - box[1]);
    double longest = Math.max(scan.width(), scan.height());
    if (extent <= Math.max(3, DOT_SHARE * longest) && extent <= 3 * width) {
      return new SketchRasterizer(side)
          .rasterize(Sketch.BLANK.with(new Stroke(List.of(new Point(0, 0, 0)))));
    }
    double pen = SketchRasterizer.STROKE_WIDTH * side / SketchRasterizer.REFERENCE_SIDE;
    double room = SketchRasterizer.room(side);
    // The rasterizer fits the strokes' middle lines, so half a line width may stand out on either
    // side.
    boolean lines = width <= WIDEST_MARKER * extent;
    double scale = lines ? room / (extent - width) : (room + pen) / extent;
    boolean slim = lines && width * scale > WIDE_LINE * pen;
    SketchPlacement placement =
        new SketchPlacement(
            scale,
            side / 2.0 - (box[0] + box[2]) / 2.0 * scale,
            side / 2.0 - (box[1] + box[3]) / 2.0 * scale);
    // One and a half samples a source pixel: bilinear sampling then leaves one-pixel lines their
    // strength. A marker's lines need no such care.
    int oversampling =
        slim ? LEAST_OVERSAMPLING : Math.max(LEAST_OVERSAMPLING, (int) Math.ceil(1.5 / scale));
    InkScan large = sampled(clean, placement, side, oversampling);
    double radius = (pen - width * scale) / 2 * oversampling;
    InkScan fitted =
        slim
            ? slimmed(large, -radius, pen / 2 * oversampling)
            : radius > 0 ? widened(large, radius) : large;
    return averaged(fitted, side, oversampling);
  }

  /**
   * Twice the ink's area over the length of its outline, which for lines is their width; the
   * outline is the sum of the ink's gradient (coarea formula). 0 for no ink.
   */
  static double lineWidth(InkScan scan) {
    double area = 0;
    double outline = 0;
    for (int y = -1; y < scan.height(); y++) {
      for (int x = -1; x < scan.width(); x++) {
        double here = at(scan, x, y);
        double toRight = at(scan, x + 1, y) - here;
        double toBelow = at(scan, x, y + 1) - here;
        area += here;
        outline += Math.sqrt(toRight * toRight + toBelow * toBelow);
      }
    }
    return outline == 0 ? 0 : 2 * area / outline;
  }

  private static float at(InkScan scan, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < scan.width() && y < scan.height();
    return inside ? scan.ink()[y * scan.width() + x] : 0;
  }

  /**
   * Left, top, right and bottom of the sure ink; empty where there is none. A pixel at the edge
   * counts by its ink, since a line that covers a part of it ends inside it.
   */
  private static double[] box(InkScan scan) {
    float[] across = new float[scan.width()];
    float[] down = new float[scan.height()];
    for (int i = 0; i < scan.ink().length; i++) {
      int x = i % scan.width();
      int y = i / scan.width();
      across[x] = Math.max(across[x], scan.ink()[i]);
      down[y] = Math.max(down[y], scan.ink()[i]);
    }
    double[] columns = span(across);
    double[] rows = span(down);
    return columns.length == 0
        ? new double[0]
        : new double[] {columns[0], rows[0], columns[1], rows[1]};
  }

  /** From where to where the values are sure ink; empty where none is. */
  private static double[] span(float[] most) {
    int first = 0;
    while (first < most.length && most[first] < SURE) {
      first++;
    }
    if (first == most.length) {
      return new double[0];
    }
    int last = most.length - 1;
    while (most[last] < SURE) {
      last--;
    }
    return new double[] {first + 1 - most[first], last + most[last]};
  }

  /** The placed ink, bilinearly, in a square of {@code side * oversampling} pixels. */
  private static InkScan sampled(
      InkScan scan, SketchPlacement placement, int side, int oversampling) {
    int large = side * oversampling;
    float[] ink = new float[large * large];
    for (int row = 0; row < large; row++) {
      double y = placement.sketchY((row + 0.5) / oversampling) - 0.5;
      int top = (int) Math.floor(y);
      if (top < -1 || top >= scan.height()) {
        continue;
      }
      float down = (float) (y - top);
      for (int column = 0; column < large; column++) {
        double x = placement.sketchX((column + 0.5) / oversampling) - 0.5;
        int left = (int) Math.floor(x);
        float right = (float) (x - left);
        float above = at(scan, left, top) * (1 - right) + at(scan, left + 1, top) * right;
        float below = at(scan, left, top + 1) * (1 - right) + at(scan, left + 1, top + 1) * right;
        ink[row * large + column] = above * (1 - down) + below * down;
      }
    }
    return new InkScan(large, large, ink);
  }

  /** Grey dilation by a disc: each pixel takes the strongest ink within the radius. */
  private static InkScan widened(InkScan scan, double radius) {
    int reach = (int) Math.ceil(radius + 0.5);
    float[] disc = disc(radius, reach);
    int diameter = 2 * reach + 1;
    float[] wide = scan.ink().clone();
    for (int y = 0; y < scan.height(); y++) {
      for (int x = 0; x < scan.width(); x++) {
        float value = scan.ink()[y * scan.width() + x];
        if (value == 0 || isInside(scan, x, y, value)) {
          continue;
        }
        int fromX = Math.max(0, x - reach);
        int toX = Math.min(scan.width() - 1, x + reach);
        for (int v = Math.max(0, y - reach); v <= Math.min(scan.height() - 1, y + reach); v++) {
          int kernel = (v - y + reach) * diameter + reach - x;
          int target = v * scan.width();
          for (int u = fromX; u <= toX; u++) {
            wide[target + u] = Math.max(wide[target + u], value * disc[kernel + u]);
          }
        }
      }
    }
    return new InkScan(scan.width(), scan.height(), wide);
  }

  /**
   * Takes a margin off all ink, but leaves every line its middle at the pen's width, so that areas
   * stay areas and no line is lost.
   *
   * @param margin pixels taken off each side
   * @param penRadius half the width that lines keep, in pixels
   */
  private static InkScan slimmed(InkScan scan, double margin, double penRadius) {
    float[] slim = inverted(widened(inverted(scan), margin)).ink();
    boolean[] inked = new boolean[slim.length];
    for (int i = 0; i < inked.length; i++) {
      inked[i] = scan.ink()[i] >= INKED;
    }
    boolean[] middle = Thinning.thin(inked, scan.width());
    float[] lines = new float[slim.length];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = middle[i] ? 1 : 0;
    }
    // A middle line is a pixel wide itself.
    float[] drawn = widened(new InkScan(scan.width(), scan.height(), lines), penRadius - 0.5).ink();
    for (int i = 0; i < slim.length; i++) {
      slim[i] = Math.max(slim[i], drawn[i]);
    }
    return new InkScan(scan.width(), scan.height(), slim);
  }

  private static InkScan inverted(InkScan scan) {
    float[] paper = new float[scan.ink().length];
    for (int i = 0; i < paper.length; i++) {
      paper[i] = 1 - scan.ink()[i];
    }
    return new InkScan(scan.width(), scan.height(), paper);
  }

  private static float[] disc(double radius, int reach) {
    int diameter = 2 * reach + 1;
    float[] disc = new float[diameter * diameter];
    for (int i = 0; i < disc.length; i++) {
      double distance = Math.hypot(i % diameter - reach, i / diameter - reach);
      disc[i] = (float) Math.clamp(radius + 0.5 - distance, 0, 1);
    }
    return disc;
  }

  /** Whether all four neighbours have as much ink, so that their discs cover this one's. */
  private static boolean isInside(InkScan scan, int x, int y, float value) {
    return at(scan, x - 1, y) >= value
        && at(scan, x + 1, y) >= value
        && at(scan, x, y - 1) >= value
        && at(scan, x, y + 1) >= value;
  }

  private static InkImage averaged(InkScan large, int side, int oversampling) {
    float[] ink = new float[side * side];
    float share = 1f / (oversampling * oversampling);
    for (int i = 0; i < large.ink().length; i++) {
      int row = i / large.width() / oversampling;
      int column = i % large.width() / oversampling;
      ink[row * side + column] += large.ink()[i] * share;
    }
    for (int i = 0; i < ink.length; i++) {
      ink[i] = Math.min(ink[i], 1);
    }
    return new InkImage(side, ink);
  }
}
