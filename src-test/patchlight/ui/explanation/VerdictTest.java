package patchlight.ui.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import patchlight.network.Match;
import patchlight.network.MeasuredTruth;

class VerdictTest {
  private static Verdict verdict(float relationScore, int rank) {
    float[] even = new float[16];
    Arrays.fill(even, 0.25f);
    ShownExplanation shown =
        PlantedMatch.shown(new Match(relationScore, even, even.clone(), 4), rank);
    return Verdict.of(shown, shown.explanation().strongest(4));
  }

  @Test
  void placeIsSaid() {
    assertEquals("The best match.", verdict(0.9f, 1).sentence());
    assertEquals("Match number 2.", verdict(0.9f, 2).sentence());
  }

  @Test
  void relationScoreHasNoSayInTheWords() {
    assertEquals(verdict(0.9f, 1).sentence(), verdict(0.1f, 1).sentence());
  }

  @Test
  void linesAtChanceLevelAreCalledSo() {
    assertEquals(
        "The lines say little: patches look at nearly everything alike.", verdict(0.9f, 1).lines());
    assertEquals(0, verdict(0.9f, 1).sharpness(), 1e-9);
  }

  @Test
  void linesAreWorthWhatLinesAsStrongWereInTheNetworksTest() {
    MeasuredTruth measured =
        new MeasuredTruth(new float[] {0.1f, 0.5f}, new float[] {0.33f, 0.72f});
    float[] sure = new float[16];
    for (int patch = 0; patch < 4; patch++) {
      sure[patch * 5] = 1;
    }
    ShownExplanation shown =
        PlantedMatch.shown(new Match(0.5f, sure, sure.clone(), 4, measured), 1);
    String lines = Verdict.of(shown, shown.explanation().strongest(4)).lines();
    assertTrue(lines.contains("about 7 in 10 of these lines are right"), lines);
  }

  @Test
  void photoIsWorthWhatPhotosAsSimilarWereInTheNetworksTest() {
    // The second photo's similarity is 0.89.
    assertEquals(
        "In a test about 6 in 10 photos as similar as this one were right.",
        worth(new MeasuredTruth(new float[] {0.5f, 0.89f}, new float[] {0.3f, 0.62f}), 2));
  }

  @Test
  void nothingIsSaidOfAWorthThatWasNotMeasured() {
    MeasuredTruth measured = new MeasuredTruth(new float[] {0.5f}, new float[] {0.3f});

    assertEquals("", worth(MeasuredTruth.UNKNOWN, 1));
    assertEquals("", worth(measured, 11));
  }

  private static String worth(MeasuredTruth photoTruth, int rank) {
    float[] even = new float[16];
    Arrays.fill(even, 0.25f);
    Match match = new Match(0.5f, even, even.clone(), 4);
    return Verdict.of(PlantedMatch.shown(match, rank, photoTruth), List.of()).worth();
  }

  @Test
  void figuresAreTheNetworksOwn() {
    Verdict verdict = verdict(0.9f, 2);

    assertEquals(0.89, verdict.similarity(), 1e-6);
    assertEquals(0.9, verdict.relationScore(), 1e-6);
  }
}
