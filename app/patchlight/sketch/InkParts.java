package patchlight.sketch;

/** The connected parts of scanned ink. */
final class InkParts {
  private InkParts() {}

  /**
   * The ink without parts smaller than {@code leastArea} pixels: dust and paper grain. Where all
   * parts are that small they stay, for then they are the drawing.
   *
   * @param threshold ink from here on belongs to a part; weaker ink goes with nothing and stays
   */
  static InkScan withoutSpecks(InkScan scan, float threshold, double leastArea) {
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
      if (size < leastArea) {
        for (int i = 0; i < size; i++) {
          kept[queue[i]] = 0;
        }
      } else {
        anyLarge = true;
      }
    }
    return anyLarge ? new InkScan(scan.width(), scan.height(), kept) : scan;
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
