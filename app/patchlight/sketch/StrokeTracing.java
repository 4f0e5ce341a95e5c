package patchlight.sketch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows ink and gives strokes: the ink is thinned, its lines are walked from their ends straight
 * through crossings, and each walk is smoothed and simplified. What is left of filled areas is
 * their middle lines.
 */
final class StrokeTracing {
  private static final float INKED = 0.5f;

  /** Walked pixels that tell the direction at a crossing. */
  private static final int MEMORY = 6;

  /** A simplified stroke leaves the walked line by this many pixels at most. */
  private static final double TOLERANCE = 0.8;

  private final int side;
  private final boolean[] line;
  private final boolean[] walked;

  private StrokeTracing(int side, boolean[] line) {
    this.side = side;
    this.line = line;
    this.walked = new boolean[line.length];
  }

  /** Strokes in the ink's pixel coordinates, longest first; times are 0. */
  static Sketch trace(InkImage image) {
    boolean[] inked = new boolean[image.ink().length];
    for (int i = 0; i < inked.length; i++) {
      inked[i] = image.ink()[i] >= INKED;
    }
    return new StrokeTracing(image.side(), Thinning.thin(inked, image.side())).walkAll();
  }

  private Sketch walkAll() {
    List<List<Integer>> walks = new ArrayList<>();
    // Lines with an end first, from that end; what is left are closed loops.
    for (int ends = 1; ends >= 0; ends--) {
      for (int start = 0; start < line.length; start++) {
        boolean open = line[start] && !walked[start];
        if (open && (ends == 0 || neighbours(start).size() <= 1)) {
          walks.add(walk(start));
        }
      }
    }
    double penWidth = SketchRasterizer.STROKE_WIDTH * side / SketchRasterizer.REFERENCE_SIDE;
    List<Stroke> strokes = new ArrayList<>();
    for (List<Integer> walk : walks) {
      if (walk.size() > penWidth || !isScrap(walk)) {
        strokes.add(StrokeSimplification.simplify(smoothed(walk), TOLERANCE));
      }
    }
    strokes.sort(Comparator.comparingInt((Stroke stroke) -> -stroke.points().size()));
    return new Sketch(strokes);
  }

  /**
   * From a pixel as far as the line goes; where it ends on a line walked before, up to that line.
   */
  private List<Integer> walk(int start) {
    List<Integer> walk = new ArrayList<>();
    List<Integer> behind = neighbours(start).stream().filter(n -> walked[n]).toList();
    if (!behind.isEmpty()) {
      walk.add(behind.getFirst());
    }
    int at = start;
    while (at >= 0) {
      walk.add(at);
      walked[at] = true;
      at = straightest(walk);
    }
    int last = walk.getLast();
    List<Integer> recent = walk.subList(Math.max(0, walk.size() - 3), walk.size());
    neighbours(last).stream()
        .filter(n -> walked[n] && !recent.contains(n))
        .findFirst()
        .ifPresent(walk::add);
    return walk;
  }

  /** The unwalked neighbour most in the direction of the last pixels, or -1. */
  private int straightest(List<Integer> walk) {
    int at = walk.getLast();
    int from = walk.get(Math.max(0, walk.size() - MEMORY));
    double directionX = x(at) - x(from);
    double directionY = y(at) - y(from);
    int best = -1;
    double bestTurn = Double.NEGATIVE_INFINITY;
    for (int next : neighbours(at)) {
      double stepX = x(next) - x(at);
      double stepY = y(next) - y(at);
      double length = Math.hypot(stepX, stepY);
      // Beside a direct neighbour a diagonal one would cut the corner and leave a pixel behind.
      double turn = (directionX * stepX + directionY * stepY) / length - (length - 1) * 0.1;
      if (!walked[next] && turn > bestTurn) {
        best = next;
        bestTurn = turn;
      }
    }
    return best;
  }

  /**
   * Whether a short walk is what thinning leaves where a line was wide: a hair on another line, or
   * pixels beside it. A lone dot and a bridge between lines are not.
   */
  private boolean isScrap(List<Integer> walk) {
    int first = walk.getFirst();
    int last = walk.getLast();
    boolean firstFree = isFree(first, walk);
    boolean lastFree = isFree(last, walk);
    boolean beside = Math.hypot(x(first) - x(last), y(first) - y(last)) < 3;
    return firstFree != lastFree || (!firstFree && beside);
  }

  /** Whether no other line goes on from this end of a walk. */
  private boolean isFree(int end, List<Integer> walk) {
    return walk.containsAll(neighbours(end));
  }

  private List<Integer> neighbours(int at) {
    List<Integer> found = new ArrayList<>(8);
    int x = at % side;
    int y = at / side;
    for (int v = Math.max(0, y - 1); v <= Math.min(side - 1, y + 1); v++) {
      for (int u = Math.max(0, x - 1); u <= Math.min(side - 1, x + 1); u++) {
        int next = v * side + u;
        if (next != at && line[next]) {
          found.add(next);
        }
      }
    }
    return found;
  }

  /**
   * The walk's pixel centres, each the mean of itself and its neighbours, so that stairs become
   * slopes; ends stay.
   */
  private List<Point> smoothed(List<Integer> walk) {
    List<Point> points = new ArrayList<>(walk.size());
    for (int i = 0; i < walk.size(); i++) {
      int reach = Math.min(2, Math.min(i, walk.size() - 1 - i));
      double sumX = 0;
      double sumY = 0;
      for (int j = i - reach; j <= i + reach; j++) {
        sumX += x(walk.get(j));
        sumY += y(walk.get(j));
      }
      points.add(new Point(sumX / (2 * reach + 1), sumY / (2 * reach + 1), 0));
    }
    return points;
  }

  private double x(int pixel) {
    return pixel % side + 0.5;
  }

  private double y(int pixel) {
    int row = pixel / side;
    return row + 0.5;
  }
}
