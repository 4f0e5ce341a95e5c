package patchlight.explanation;

import java.util.Arrays;
import java.util.Map;
import patchlight.network.Match;
import patchlight.sketch.InkImage;

/** Matches of 3×3 patches with ink everywhere, in which known patches answer to each other. */
final class PlantedPairs {
  static final int GRID = 3;
  private static final int PATCHES = GRID * GRID;
  private static final float STRONG = 0.92f;
  private static final float WEAK = 0.01f;

  static final InkImage INK = new InkImage(GRID, full());

  private PlantedPairs() {}

  /**
   * @param pairs which photo patch answers to a sketch patch, and the other way round; all other
   *     patches look everywhere alike
   */
  static Explanation of(Map<Integer, Integer> pairs) {
    float[] there = new float[PATCHES * PATCHES];
    float[] back = new float[PATCHES * PATCHES];
    Arrays.fill(there, 1f / PATCHES);
    Arrays.fill(back, 1f / PATCHES);
    pairs.forEach((sketch, photo) -> {
      Arrays.fill(there, sketch * PATCHES, (sketch + 1) * PATCHES, WEAK);
      Arrays.fill(back, photo * PATCHES, (photo + 1) * PATCHES, WEAK);
      there[sketch * PATCHES + photo] = STRONG;
      back[photo * PATCHES + sketch] = STRONG;
    });
    return Explanation.of(new Match(0.9f, there, back, PATCHES), INK);
  }

  private static float[] full() {
    float[] ink = new float[PATCHES];
    Arrays.fill(ink, 1);
    return ink;
  }
}
