package patchlight.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.evaluation.TruthFolder.View;
import patchlight.explanation.CoveringCurve;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.gallery.GalleryException;
import patchlight.network.Match;
import patchlight.network.NetworkException;
import patchlight.sketch.InkImage;

/** Explanations with known answers, counted by hand. */
class ExplanationEvaluationTest {
  private static final int SIDE = 56;
  private static final int PATCHES = 16;

  @TempDir private Path home;

  @Test
  void aStrongestPatchNextToATrueOneIsAHitAndOnItAnExactOne() throws Exception {
    CorrespondenceFigures figures = same(Map.of(0, 0, 15, 10), drawn("same"));
    assertEquals(1.0, figures.pck());
    assertEquals(0.5, figures.exact());
  }

  @Test
  void aStrongestPatchTwoAwayFromTheTrueOneMisses() throws Exception {
    CorrespondenceFigures figures = same(Map.of(0, 7, 15, 10), drawn("same"));
    assertEquals(0.5, figures.pck());
  }

  @Test
  void onlyPatchesWhosePlaceThePhotoShowsAreCounted() throws Exception {
    CorrespondenceFigures figures = same(Map.of(), drawn("same"));
    assertEquals(2, figures.patches());
    assertEquals(1, figures.pairs());
  }

  @Test
  void chanceIsTheShareOfPhotoPatchesThatWouldHit() throws Exception {
    assertEquals(9 / 16.0, same(Map.of(), drawn("same")).chance());
  }

  @Test
  void theSamePlaceOfThePictureIsALineToBeat() throws Exception {
    // Drawn in patches 0 and 15, seen in 5 and 10: both neighbours, though nothing was looked at.
    CorrespondenceFigures figures = same(Map.of(0, 15, 15, 0), drawn("same"));
    assertEquals(1.0, figures.samePlace());
    assertEquals(0.0, figures.pck());
  }

  @Test
  void aDrawingIsFittedAsTheNetworkSeesIt() throws Exception {
    Path folder = new PlantedTruth(home).draw("mug", "same", PlantedTruth.larger()).write();
    CorrespondenceFigures figures = same(Map.of(0, 5, 15, 10), folder);
    assertEquals(2, figures.exactHits());
  }

  @Test
  void categoriesAndViewsAreCountedApartAndTogether() throws Exception {
    Path folder =
        new PlantedTruth(home)
            .draw("mug", "other")
            .draw("mug", "other")
            .draw("cup", "other")
            .draw("mug", "same")
            .write();
    ExplanationReport report = report(Map.of(15, 10), folder);
    assertEquals(
        List.of("cup OTHER 1", "mug SAME 1", "mug OTHER 2"),
        report.rows().stream()
            .map(row -> row.category() + " " + row.view() + " " + row.figures().pairs())
            .toList());
    assertEquals(3, report.overall(View.OTHER).pairs());
    assertEquals(6, report.overall(View.OTHER).patches());
    assertEquals(3, report.overall(View.OTHER).exactHits());
  }

  @Test
  void faithfulnessIsTheMeanOfThePairsThatHaveAMatchToLose() throws Exception {
    Path folder =
        new PlantedTruth(home).draw("mug", "same").draw("mug", "same").draw("cup", "same").write();
    Iterator<Faithfulness> measured =
        List.of(faithfulness(0.8, 0.2, 0.6), faithfulness(0.1, 0, 0.1), faithfulness(0.5, 0.4, 0.3))
            .iterator();
    FaithfulnessFigures figures =
        report(
                (ink, rgb, tested) ->
                    new PairExplainer.Explained(
                        explanation(Map.of(), ink), Optional.of(measured.next())),
                folder,
                3)
            .faithfulnessOverall();
    assertEquals(3, figures.pairs());
    assertEquals(1, figures.tooUnlike());
    assertEquals(0.5, figures.betterThanRandom());
    // A triangle between the curves, 0.4 high, as a share of 0.8; and one of -0.1 of 0.5.
    assertEquals((0.25 - 0.1) / 2, figures.score(), 1e-12);
    assertEquals((0.75 + 0.2) / 2, figures.lostByAFifth(), 1e-12);
    assertEquals((0.25 + 0.4) / 2, figures.lostByARandomFifth(), 1e-12);
  }

  @Test
  void aSampleIsSpreadOverBothViewsAndAllCategories() throws Exception {
    PlantedTruth planted = new PlantedTruth(home);
    for (String category : List.of("cup", "jar", "mug")) {
      for (int photo = 0; photo < 2; photo++) {
        planted.draw(category, "same").draw(category, "other");
      }
    }
    List<Integer> tested = new ArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    ExplanationReport report =
        report(
            (ink, rgb, test) -> {
              int pair = asked.getAndIncrement();
              if (test) {
                tested.add(pair);
              }
              return new PairExplainer.Explained(
                  explanation(Map.of(), ink),
                  test ? Optional.of(faithfulness(0.8, 0.2, 0.6)) : Optional.empty());
            },
            planted.write(),
            6);
    // Same and other view take turns, two photos a category: the first photo of each is taken.
    assertEquals(List.of(0, 1, 4, 5, 8, 9), tested);
    assertEquals(3, report.faithfulness(View.OTHER).pairs());
  }

  @Test
  void aDrawingWithoutAPlaceForEachPointIsNamedAndLeftOut() throws Exception {
    Path folder =
        new PlantedTruth(home)
            .draw("mug", "same", PlantedTruth.withoutAPlace())
            .draw("mug", "same")
            .write();
    ExplanationReport report = report(Map.of(), folder);
    assertEquals(1, report.overall(View.SAME).pairs());
    assertTrue(report.skipped().getFirst().reason().contains("0.ndjson"));
  }

  @Test
  void aTruthOfAnotherSizeIsRefused() throws Exception {
    Path folder = drawn("same");
    Path manifest = folder.resolve("truth/manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"side\": 8", "\"side\": 9"));
    GalleryException refused = assertThrows(GalleryException.class, () -> report(Map.of(), folder));
    assertTrue(refused.getMessage().contains("8 × 8 cells and not 9"), refused.getMessage());
  }

  @Test
  void aViewOfAnotherNameIsRefused() throws Exception {
    Path folder = drawn("above");
    GalleryException refused = assertThrows(GalleryException.class, () -> TruthFolder.read(folder));
    assertEquals("evaluation.truthField", refused.messageKey());
  }

  @Test
  void aFolderWithoutTruthIsNamed() {
    GalleryException refused = assertThrows(GalleryException.class, () -> TruthFolder.read(home));
    assertTrue(refused.getMessage().contains("manifest.json"), refused.getMessage());
  }

  private Path drawn(String view) throws IOException {
    return new PlantedTruth(home).draw("mug", view).write();
  }

  private static CorrespondenceFigures same(Map<Integer, Integer> answers, Path folder)
      throws GalleryException, NetworkException {
    return report(answers, folder).overall(View.SAME);
  }

  /** Explains every pair alike: each sketch patch looks at its answer, the others everywhere. */
  private static ExplanationReport report(Map<Integer, Integer> answers, Path folder)
      throws GalleryException, NetworkException {
    return report(
        (ink, rgb, tested) ->
            new PairExplainer.Explained(explanation(answers, ink), Optional.empty()),
        folder,
        0);
  }

  private static ExplanationReport report(PairExplainer explainer, Path folder, int tested)
      throws GalleryException, NetworkException {
    return new ExplanationEvaluation(explainer, SIDE, tested)
        .run(TruthFolder.read(folder), (stage, done, total) -> {});
  }

  private static Explanation explanation(Map<Integer, Integer> answers, InkImage ink) {
    float[] there = new float[PATCHES * PATCHES];
    Arrays.fill(there, 1f / PATCHES);
    answers.forEach((sketchPatch, photoPatch) -> there[sketchPatch * PATCHES + photoPatch] = 0.9f);
    return Explanation.of(new Match(0.5f, there, there.clone(), PATCHES), ink);
  }

  /** A match of which this much is left when a fifth is covered, and nothing at the end. */
  private static Faithfulness faithfulness(double whole, double guided, double random) {
    CoveringCurve curve =
        new CoveringCurve(
            List.of(
                new CoveringCurve.Step(0, whole, whole),
                new CoveringCurve.Step(0.2, guided, random),
                new CoveringCurve.Step(1, 0, 0)));
    return new Faithfulness(curve, curve);
  }
}
