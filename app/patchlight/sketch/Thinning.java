package patchlight.sketch;

import java.util.Arrays;

/**
 * Thins ink to lines one pixel wide (Zhang and Suen, A fast parallel algorithm for thinning digital
 * patterns, 1984).
 */
final class Thinning {
  private Thinning() {}

  /**
   * The ink's middle lines.
   *
   * @param ink row by row, {@code side * side}, whether there is ink
   */
  static boolean[] thin(boolean[] ink, int side) {
    // A frame of paper spares every look beyond the edge.
    int wide = side + 2;
    boolean[] framed = new boolean[wide * wide];
    int[] candidates = new int[ink.length];
    int count = 0;
    for (int i = 0; i < ink.length; i++) {
      if (ink[i]) {
        int at = (i / side + 1) * wide + i % side + 1;
        framed[at] = true;
        candidates[count++] = at;
      }
    }
    boolean changed = true;
    while (changed) {
      int before = count;
      count = pass(framed, wide, candidates, count, true);
      count = pass(framed, wide, candidates, count, false);
      changed = count < before;
    }
    boolean[] thin = new boolean[ink.length];
    for (int at : Arrays.copyOf(candidates, count)) {
      thin[(at / wide - 1) * side + at % wide - 1] = true;
    }
    return thin;
  }

  /** One of the two sub-iterations; gives how many candidates are left. */
  private static int pass(boolean[] ink, int wide, int[] candidates, int count, boolean first) {
    int[] ring = {-wide, -wide + 1, 1, wide + 1, wide, wide - 1, -1, -wide - 1};
    int left = 0;
    int[] removed = new int[count];
    int removals = 0;
    for (int i = 0; i < count; i++) {
      int at = candidates[i];
      if (goes(ink, at, ring, first)) {
        removed[removals++] = at;
      } else {
        candidates[left++] = at;
      }
    }
    for (int i = 0; i < removals; i++) {
      ink[removed[i]] = false;
    }
    return left;
  }

  private static boolean goes(boolean[] ink, int at, int[] ring, boolean first) {
    int neighbours = 0;
    int beginnings = 0;
    for (int i = 0; i < 8; i++) {
      boolean here = ink[at + ring[i]];
      neighbours += here ? 1 : 0;
      beginnings += !here && ink[at + ring[(i + 1) % 8]] ? 1 : 0;
    }
    if (neighbours < 2 || neighbours > 6 || beginnings != 1) {
      return false;
    }
    boolean north = ink[at + ring[0]];
    boolean east = ink[at + ring[2]];
    boolean south = ink[at + ring[4]];
    boolean west = ink[at + ring[6]];
    return first
        ? !(north && east && south) && !(east && south && west)
        : !(north && east && west) && !(north && south && west);
  }
}
