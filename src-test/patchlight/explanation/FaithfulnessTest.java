package patchlight.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import patchlight.explanation.CoveringCurve.Step;

/**
 * Networks that read known patches alone, so that every curve is known too: 100 patches of four
 * pixels, and a similarity that is the share of the read patches that are left.
 */
class FaithfulnessTest {
  private static final int GRID = 10;
  private static final int SIDE = 20;
  private static final float[] SKETCH = {1, 0};

  /** The similarity of a network that reads the first so many patches, all of them alike. */
  private static PictureEncoder reading(int patches) {
    return pictures ->
        pictures.stream()
            .map(picture -> {
              int left = 0;
              for (int patch = 0; patch < patches; patch++) {
                left += isCovered(picture, patch) ? 0 : 1;
              }
              float similarity = (float) left / patches;
              return new float[] {similarity, (float) Math.sqrt(1 - similarity * similarity)};
            })
            .toList();
  }

  private static boolean isCovered(int[] picture, int patch) {
    int at = patch / GRID * 2 * SIDE + patch % GRID * 2;
    return picture[at] == picture[at + 1];
  }

  /** Black and white in turn, so that no patch is flat before it is covered. */
  private static int[] photo() {
    int[] rgb = new int[SIDE * SIDE];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = i % 2 == 0 ? 0 : 0xffffff;
    }
    return rgb;
  }

  private static float[] marking(int firstPatch) {
    float[] marked = new float[GRID * GRID];
    for (int i = 0; i < 10; i++) {
      marked[firstPatch + i] = 10 - i;
    }
    return marked;
  }

  private static List<Double> values(CoveringCurve curve, ToDoubleFunction<Step> value) {
    return curve.steps().stream().map(step -> value.applyAsDouble(step)).toList();
  }

  @Test
  void whatTheNetworkReadsIsGoneWhenItIsCoveredFirst() throws Exception {
    Faithfulness measured = Faithfulness.measure(reading(10), SKETCH, photo(), marking(0));

    assertEquals(
        List.of(0.0, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1.0),
        values(measured.deletion(), Step::share));
    assertEquals(
        List.of(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        values(measured.deletion(), Step::guided));
    assertEquals(
        List.of(0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
        values(measured.insertion(), Step::guided));
    assertEquals(1, measured.lost(0.1));
    assertEquals(1, measured.kept(0.1));
    assertTrue(measured.betterThanChance());
    assertTrue(measured.insertionScore() > 0.3, "score " + measured.insertionScore());
  }

  @Test
  void markingWhatTheNetworkDoesNotReadFails() throws Exception {
    Faithfulness measured = Faithfulness.measure(reading(10), SKETCH, photo(), marking(90));

    // The unmarked patches follow in row order, those that are read first of all.
    assertEquals(
        List.of(1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        values(measured.deletion(), Step::guided));
    assertEquals(0, measured.lost(0.1));
  }

  @Test
  void networkThatReadsAllPatchesAlikeGivesNoOrderAnAdvantage() throws Exception {
    Faithfulness measured = Faithfulness.measure(reading(100), SKETCH, photo(), marking(50));

    assertEquals(0, measured.score(), 1e-6);
    assertEquals(0, measured.insertionScore(), 1e-6);
    assertEquals(0.35, measured.lostAtRandom(0.35), 1e-6);
    assertFalse(measured.betterThanChance());
  }

  @Test
  void uncoveringAtRandomIsCoveringAtRandomFromTheOtherEnd() throws Exception {
    Faithfulness measured = Faithfulness.measure(reading(30), SKETCH, photo(), marking(0));

    assertEquals(
        values(measured.deletion(), Step::random),
        values(measured.insertion(), Step::random).reversed());
  }

  @Test
  void measuringTwiceGivesTheSame() throws Exception {
    assertEquals(
        Faithfulness.measure(reading(10), SKETCH, photo(), marking(3)),
        Faithfulness.measure(reading(10), SKETCH, photo(), marking(3)));
  }

  @Test
  void encoderThatGivesUpEndsTheMeasurement() {
    List<Integer> asked = new ArrayList<>();
    PictureEncoder impatient =
        pictures -> {
          asked.add(pictures.size());
          throw new CancellationException();
        };

    assertThrows(
        CancellationException.class,
        () -> Faithfulness.measure(impatient, SKETCH, photo(), marking(0)));
    assertEquals(List.of(8), asked);
  }

  @Test
  void theAreaBetweenTheCurvesIsAShareOfTheMatch() {
    Faithfulness measured = planted(0.8, 0.2, 0.6);

    // Between the curves: a triangle on 0 to 0.2, one on 0.2 to 1, both 0.4 high.
    assertEquals(0.5 * 0.4 / 0.8, measured.score(), 1e-9);
    assertEquals(0.75, measured.lost(0.2), 1e-9);
    assertEquals(0.25, measured.lostAtRandom(0.2), 1e-9);
    assertEquals(0.375, measured.lost(0.1), 1e-9);
  }

  @Test
  void theSentenceTellsBothLosses() {
    assertEquals(
        "Covering the fifth that is marked most costs 75% of the match, covering as much at random"
            + " 25%.",
        planted(0.8, 0.2, 0.6).sentence());
  }

  @Test
  void anExplanationThatFailsIsCalledOne() {
    assertEquals(
        "This explanation does not hold: covering the fifth that is marked most costs 25% of the"
            + " match, covering as much at random 25%.",
        planted(0.8, 0.6, 0.6).sentence());
  }

  @Test
  void whereThereIsNoMatchNothingIsClaimed() {
    Faithfulness measured = planted(0.1, 0, 0.1);

    assertEquals(0, measured.score());
    assertFalse(measured.betterThanChance());
    assertEquals(
        "Sketch and photo have so little in common that there is no match to test.",
        measured.sentence());
  }

  /** A match of which this much is left when a fifth is covered, and nothing at the end. */
  private static Faithfulness planted(double whole, double guided, double random) {
    CoveringCurve curve =
        new CoveringCurve(
            List.of(new Step(0, whole, whole), new Step(0.2, guided, random), new Step(1, 0, 0)));
    return new Faithfulness(curve, curve);
  }
}
