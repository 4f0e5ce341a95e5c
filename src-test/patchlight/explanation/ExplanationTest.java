package patchlight.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import patchlight.network.Match;
import patchlight.network.MeasuredTruth;
import patchlight.sketch.InkImage;

class ExplanationTest {
  private static final int GRID = 14;
  private static final int PATCHES = GRID * GRID;
  private static final int SIDE = 224;

  @Test
  void plantedCorrespondencesAreFoundExactly() {
    int[] inked = {15, 16, 40, 99, 180};
    int[] answers = {120, 7, 41, 150, 3};
    Planted planted = new Planted();
    for (int i = 0; i < inked.length; i++) {
      planted.link(inked[i], answers[i], 0.5f - 0.05f * i, 0.5f - 0.05f * i);
    }
    List<Correspondence> found = Explanation.of(planted.match(), inkIn(inked)).strongest(PATCHES);
    assertEquals(
        IntStream.range(0, inked.length).mapToObj(i -> inked[i] + "→" + answers[i]).toList(),
        found.stream().map(c -> c.sketchPatch() + "→" + c.photoPatch()).toList());
  }

  @Test
  void strengthIsTheGeometricMeanOfBothWeightsAndNothingElse() {
    Planted planted = new Planted();
    planted.link(50, 60, 0.09f, 0.04f);
    Correspondence only = Explanation.of(planted.match(), inkIn(50)).strongest(1).getFirst();
    assertEquals(0.06f, only.strength(), 1e-6f);
  }

  @Test
  void pairsAreWorthTheMeanOfWhatPairsAsStrongWere() {
    Planted planted = new Planted();
    planted.link(50, 60, 0.2f, 0.2f);
    planted.link(90, 70, 0.6f, 0.6f);
    MeasuredTruth measured = new MeasuredTruth(new float[] {0.2f, 0.6f}, new float[] {0.3f, 0.9f});
    Explanation explanation = Explanation.of(planted.match(measured), inkIn(50, 90));
    List<Correspondence> pairs = explanation.strongest(PATCHES);
    assertEquals(0.6, explanation.right(pairs).orElseThrow(), 1e-6);
    assertEquals(0.9, explanation.right(pairs.subList(0, 1)).orElseThrow(), 1e-6);
  }

  @Test
  void nothingIsSaidOfPairsThatNobodyMeasured() {
    Planted planted = new Planted();
    planted.link(50, 60, 0.2f, 0.2f);
    Explanation explanation = Explanation.of(planted.match(), inkIn(50));
    assertTrue(explanation.right(explanation.strongest(PATCHES)).isEmpty());
  }

  @Test
  void uniformAttentionClaimsNoMoreThanChance() {
    Explanation explanation = Explanation.of(new Planted().match(), inkIn(30, 31, 32));
    assertEquals(0, explanation.confidence(), 1e-6);
    for (Correspondence c : explanation.strongest(PATCHES)) {
      assertEquals(1f / PATCHES, c.strength(), 1e-6f);
      assertEquals(0, explanation.clarity(c), 1e-5);
    }
  }

  @Test
  void attentionOnOnePlaceIsFullConfidenceAndClarity() {
    Planted planted = new Planted();
    planted.link(30, 31, 1, 1);
    Explanation explanation = Explanation.of(planted.match(), inkIn(30));
    assertEquals(1, explanation.confidence(), 1e-6);
    assertEquals(1, explanation.clarity(explanation.strongest(1).getFirst()), 1e-6);
  }

  @Test
  void blankPatchesAreNeverMatchedHoweverStrong() {
    Planted planted = new Planted();
    for (int patch = 0; patch < PATCHES; patch++) {
      planted.link(patch, PATCHES - 1 - patch, 0.5f, 0.5f);
    }
    List<Correspondence> found = Explanation.of(planted.match(), inkIn(40, 99)).strongest(PATCHES);
    assertEquals(List.of(40, 99), found.stream().map(Correspondence::sketchPatch).toList());
  }

  @Test
  void aPairThatOnlyOneSideChoosesIsLeftOut() {
    Planted planted = new Planted();
    planted.link(20, 100, 0.5f, 0.1f);
    planted.link(21, 100, 0.4f, 0.6f);
    List<Correspondence> found = Explanation.of(planted.match(), inkIn(20, 21)).strongest(PATCHES);
    assertEquals(List.of(21), found.stream().map(Correspondence::sketchPatch).toList());
  }

  @Test
  void aPhotoPatchThatPrefersBlankPaperStillFindsItsInkAtItsTrueStrength() {
    Planted planted = new Planted();
    planted.back(100, 0, 0.9f);
    planted.link(20, 100, 0.36f, 0.01f);
    Correspondence only = Explanation.of(planted.match(), inkIn(20)).strongest(1).getFirst();
    assertEquals(0.06f, only.strength(), 1e-6f);
  }

  @Test
  void onlyTheStrongestAreGivenInFallingOrder() {
    Planted planted = new Planted();
    planted.link(20, 100, 0.2f, 0.2f);
    planted.link(21, 101, 0.8f, 0.8f);
    planted.link(22, 102, 0.5f, 0.5f);
    List<Correspondence> found = Explanation.of(planted.match(), inkIn(20, 21, 22)).strongest(2);
    assertEquals(List.of(21, 22), found.stream().map(Correspondence::sketchPatch).toList());
  }

  @Test
  void heatOfASketchPatchIsItsAttentionOverItsMax() {
    Planted planted = new Planted();
    planted.link(20, 100, 0.4f, 0.4f);
    float[] heat = Explanation.of(planted.match(), inkIn(20)).heatOnPhoto(20);
    assertEquals(1, heat[100]);
    assertEquals((0.6f / (PATCHES - 1)) / 0.4f, heat[0], 1e-5f);
  }

  @Test
  void attentionOfTheWholeSketchIsTheMeanOverItsInk() {
    Planted planted = new Planted();
    planted.link(20, 100, 0.4f, 0.4f);
    planted.link(21, 100, 0.2f, 0.4f);
    planted.link(22, 100, 0.9f, 0.4f);
    float[] attention = Explanation.of(planted.match(), inkIn(20, 21)).attentionOnPhoto();
    assertEquals(0.3f, attention[100], 1e-6f);
  }

  @Test
  void heatOnTheSketchStaysOnInk() {
    Planted planted = new Planted();
    planted.back(100, 50, 0.5f);
    planted.link(20, 100, 0.4f, 0.4f);
    float[] heat = Explanation.of(planted.match(), inkIn(20)).heatOnSketch(100);
    float[] expected = new float[PATCHES];
    expected[20] = 1;
    assertArrayEquals(expected, heat);
  }

  @Test
  void aBlankSketchExplainsNothing() {
    Explanation explanation = Explanation.of(new Planted().match(), inkIn());
    assertEquals(List.of(), explanation.strongest(5));
    assertEquals(0, explanation.confidence());
    assertArrayEquals(new float[PATCHES], explanation.attentionOnPhoto());
    assertArrayEquals(new float[PATCHES], explanation.heatOnSketch(3));
  }

  @Test
  void aPenDotInksItsPatchAndAGrazeDoesNot() {
    float[] ink = new float[SIDE * SIDE];
    for (int y = 20; y < 23; y++) {
      Arrays.fill(ink, y * SIDE + 20, y * SIDE + 23, 1);
    }
    ink[16 * SIDE + 32] = 1;
    Explanation explanation = Explanation.of(new Planted().match(), new InkImage(SIDE, ink));
    assertTrue(explanation.inked(GRID + 1));
    assertFalse(explanation.inked(GRID + 2));
  }

  /** Full ink over whole patches. */
  private static InkImage inkIn(int... patches) {
    int cell = SIDE / GRID;
    float[] ink = new float[SIDE * SIDE];
    for (int patch : patches) {
      for (int y = 0; y < cell; y++) {
        int start = (patch / GRID * cell + y) * SIDE + patch % GRID * cell;
        Arrays.fill(ink, start, start + cell, 1);
      }
    }
    return new InkImage(SIDE, ink);
  }

  /** Uniform attention with weights planted in it; the last one planted in a row stands exactly. */
  private static final class Planted {
    private final float[] there = uniform();
    private final float[] back = uniform();

    void link(int sketchPatch, int photoPatch, float weightThere, float weightBack) {
      plant(there, sketchPatch, photoPatch, weightThere);
      plant(back, photoPatch, sketchPatch, weightBack);
    }

    void back(int photoPatch, int sketchPatch, float weight) {
      plant(back, photoPatch, sketchPatch, weight);
    }

    Match match() {
      return match(MeasuredTruth.UNKNOWN);
    }

    Match match(MeasuredTruth measured) {
      return new Match(0.5f, there, back, PATCHES, measured);
    }

    private static float[] uniform() {
      float[] rows = new float[PATCHES * PATCHES];
      Arrays.fill(rows, 1f / PATCHES);
      return rows;
    }

    private static void plant(float[] rows, int row, int column, float weight) {
      int at = row * PATCHES + column;
      float others = (1 - weight) / (1 - rows[at]);
      for (int i = row * PATCHES; i < (row + 1) * PATCHES; i++) {
        rows[i] *= others;
      }
      rows[at] = weight;
    }
  }
}
