package patchlight.sketch;

/** The connected parts of scanned ink. */
final class InkParts {
  private InkParts() {}

  /**
   * The ink without parts smaller than {@code leastArea} pixels (dust and paper grain) and without
   * a part that lies along most of the picture's edge (a frame). Where nothing else is left they
   * stay, for then they are the drawing.
   *
   * @param threshold ink from here on belongs to a part; weaker ink goes with nothing and stays
   */
  static InkScan drawing(InkScan scan, float threshold, double leastArea) {
    int[] part = new int[scan.ink().length];
    int[] queue = new int[scan.ink().length];
    float[] kept = scan.ink().clone();
    boolean anyLarge = false;
    int parts = 0;
    for (int start = 0; start < part.length; start++) {
      if (part[start] != 0 || scan.ink()[start] < threshold) {
        continue;
      }
      int size = collect(scan, threshold, start, ++parts, part, queue);
      if (size < leastArea || isFrame(queue, size, scan)) {
        for (int i = 0; i < size; i++) {
          kept[queue[i]] = 0;
        }
      } else {
        anyLarge = true;
      }
    }
    return anyLarge ? new InkScan(scan.width(), scan.height(), kept) : scan;
  }

  private static boolean isFrame(int[] queue, int size, InkScan scan) {
    int edge = 2 * (scan.width() + scan.height()) - 4;
    int touching = 0;
    for (int i = 0; i < size; i++) {
      int x = queue[i] % scan.width();
      int y = queue[i] / scan.width();
      boolean atEdge = x == 0 || y == 0 || x == scan.width() - 1 || y == scan.height() - 1;
      touching += atEdge ? 1 : 0;
    }
    return touching * 2 > edge;
  }

  /**
   * Marks the part around {@code start} and leaves its pixels in {@code queue}; gives their number.
   */
  private static int collect(
      InkScan scan, float threshold, int start, int number, int[] part, int[] queue) {
    int size = 0;
    queue[size++] = start;
    part[start] = number;
    for (int done = 0; done < size; done++) {
      int x = queue[done] % scan.width();
      int y = queue[done] / scan.width();
      for (int v = Math.max(0, y - 1); v <= Math.min(scan.height() - 1, y + 1); v++) {
        for (int u = Math.max(0, x - 1); u <= Math.min(scan.width() - 1, x + 1); u++) {
          int next = v * scan.width() + u;
          if (part[next] == 0 && scan.ink()[next] >= threshold) {
            part[next] = number;
            queue[size++] = next;
          }
        }
      }
    }
    return size;
  }
}
