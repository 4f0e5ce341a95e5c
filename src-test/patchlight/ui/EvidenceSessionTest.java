package patchlight.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import patchlight.explanation.CoveringCurve;
import patchlight.explanation.CoveringCurve.Step;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.gallery.GalleryException;
import patchlight.messages.Messages;
import patchlight.network.Match;
import patchlight.retrieval.Ranking;
import patchlight.sketch.Sketch;
import patchlight.ui.explanation.EvidenceViewModel;
import patchlight.ui.explanation.ExplanationPart;
import patchlight.ui.explanation.ExplanationViewModel;
import patchlight.ui.explanation.ShownExplanation;

class EvidenceSessionTest {
  private static final Faithfulness MEASURED = faithfulness();

  private final ExplanationViewModel explanation = new ExplanationViewModel();
  private final EvidenceViewModel evidence = new EvidenceViewModel();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final List<ExplanationPart> examined = new ArrayList<>();
  private EvidenceSession.Examination examination =
      (shown, part, round) -> round.tell(told -> told.show(MEASURED));

  private final EvidenceSession session =
      new EvidenceSession(
          explanation,
          evidence,
          (shown, part, round) -> {
            examined.add(part);
            examination.run(shown, part, round);
          },
          new SearchSession.Threads(work::add, Runnable::run, Runnable::run));

  private static Faithfulness faithfulness() {
    CoveringCurve curve = new CoveringCurve(List.of(new Step(0, 1, 1), new Step(1, 0, 0)));
    return new Faithfulness(curve, curve);
  }

  private static ShownExplanation shown(int rank) {
    float[] even = new float[16];
    Arrays.fill(even, 0.25f);
    Ranking ranking = SomePhotos.ranking("mug.jpg", "cup.jpg");
    return new ShownExplanation(
        ranking.photos().get(rank - 1),
        Sketch.BLANK,
        ranking,
        Explanation.of(new Match(0.8f, even, even.clone(), 4), ranking.ink()));
  }

  private void workOn() {
    Objects.requireNonNull(work.poll()).run();
  }

  @Test
  void explanationThatIsShownIsTested() {
    explanation.show(shown(1));
    workOn();

    assertEquals(List.of(ExplanationPart.MATCHES), examined);
    assertSame(MEASURED, evidence.faithfulnessProperty().get());
  }

  @Test
  void whatBelongsToAnotherExplanationIsForgotten() {
    explanation.show(shown(1));
    workOn();
    explanation.show(shown(2));

    assertNull(evidence.faithfulnessProperty().get());
  }

  @Test
  void somethingNewerEndsWhatRuns() {
    examination =
        (shown, part, round) -> {
          explanation.show(shown(2));
          assertThrows(CancellationException.class, round::goOn);
          round.tell(told -> told.show(MEASURED));
        };
    explanation.show(shown(1));
    workOn();

    assertNull(evidence.faithfulnessProperty().get());
    assertEquals(1, work.size());
  }

  @Test
  void whatWaitsForTheThreadIsNotBegunOnceItIsOld() {
    explanation.show(shown(1));
    explanation.show(shown(2));
    workOn();
    assertEquals(List.of(), examined);

    workOn();
    assertEquals(List.of(ExplanationPart.MATCHES), examined);
  }

  @Test
  void anotherWayOfLookingIsMeasuredWhenItIsChosen() {
    explanation.show(shown(1));
    workOn();
    evidence.partProperty().set(ExplanationPart.STROKES);
    workOn();

    assertEquals(List.of(ExplanationPart.MATCHES, ExplanationPart.STROKES), examined);
  }

  @Test
  void whatIsKnownIsNotMeasuredAgain() {
    explanation.show(shown(1));
    workOn();
    evidence.partProperty().set(ExplanationPart.STROKES);
    workOn();
    evidence.partProperty().set(ExplanationPart.MATCHES);

    assertEquals(0, work.size());
  }

  @Test
  void nothingIsTestedWhereNothingIsShown() {
    explanation.show(shown(1));
    explanation.showNothing();
    workOn();

    assertEquals(List.of(), examined);
    assertFalse(evidence.knows(ExplanationPart.MATCHES));
  }

  @Test
  void whatHindersTheTestIsSaidInItsPlace() {
    examination =
        (shown, part, round) -> {
          throw new GalleryException("gallery.photo.gone");
        };
    explanation.show(shown(1));
    workOn();

    assertEquals(Messages.text("gallery.photo.gone"), evidence.obstacleProperty().get());
  }

  @Test
  void obstacleIsForgottenWhenItIsTriedAgain() {
    examination =
        (shown, part, round) -> {
          throw new GalleryException("gallery.photo.gone");
        };
    explanation.show(shown(1));
    workOn();
    evidence.partProperty().set(ExplanationPart.STROKES);

    assertEquals("", evidence.obstacleProperty().get());
  }

  @Test
  void closedWindowIsToldNothing() {
    explanation.show(shown(1));
    session.close();
    workOn();

    assertEquals(List.of(), examined);
  }

  @Test
  void obstacleOfAnOldTestIsNotSaid() {
    examination =
        (shown, part, round) -> {
          explanation.show(shown(2));
          throw new GalleryException("gallery.photo.gone");
        };
    explanation.show(shown(1));
    workOn();

    assertEquals("", evidence.obstacleProperty().get());
  }
}
