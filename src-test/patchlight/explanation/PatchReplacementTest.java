package patchlight.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import patchlight.network.Match;
import patchlight.sketch.InkImage;

class PatchReplacementTest {
  private static final Map<Integer, Integer> TURNED_ROUND =
      Map.of(0, 8, 1, 7, 2, 6, 3, 5, 4, 4, 5, 3, 6, 2, 7, 1, 8, 0);

  /** A photo of nine patches of four pixels, each pixel of its own colour. */
  private static int[] photo() {
    int[] rgb = new int[36];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = 0x010203 * i;
    }
    return rgb;
  }

  @Test
  void eachPatchOfTheSketchIsThePhotoPatchThatAnswers() {
    PatchReplacement rebuilt =
        new PatchReplacement(PlantedPairs.of(TURNED_ROUND), PlantedPairs.INK, photo());

    int[] picture = rebuilt.picture(1);
    assertEquals(6, rebuilt.side());
    // Patch 0 shows photo patch 8, whose pixels begin at row 4, column 4.
    assertEquals(photo()[4 * 6 + 4], picture[0]);
    assertEquals(photo()[5 * 6 + 5], picture[6 + 1]);
    // Patch 5 (row 1, column 2) shows photo patch 3 (row 1, column 0).
    assertEquals(photo()[2 * 6], picture[2 * 6 + 4]);
  }

  @Test
  void paperWithoutInkStaysWhite() {
    float[] even = new float[16];
    java.util.Arrays.fill(even, 0.25f);
    InkImage ink = new InkImage(2, new float[] {1, 0, 0, 0});
    Explanation explanation = Explanation.of(new Match(0.5f, even, even.clone(), 4), ink);

    int[] picture = new PatchReplacement(explanation, ink, new int[] {1, 2, 3, 4}).picture(1);

    assertArrayEquals(new int[] {1, 0xffffff, 0xffffff, 0xffffff}, picture);
  }

  @Test
  void withoutBlendingTheSketchIsShown() {
    PatchReplacement rebuilt =
        new PatchReplacement(PlantedPairs.of(TURNED_ROUND), PlantedPairs.INK, photo());

    assertArrayEquals(new int[36], rebuilt.picture(0));
  }

  @Test
  void halfBlendedEachPixelIsTheMean() {
    int[] grey = new int[9];
    java.util.Arrays.fill(grey, 0x80c040);
    PatchReplacement rebuilt =
        new PatchReplacement(PlantedPairs.of(TURNED_ROUND), PlantedPairs.INK, grey);

    assertEquals(0x406020, rebuilt.picture(0.5)[4]);
  }
}
