package patchlight.ui.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import patchlight.explanation.StrokeEffect;

class StrokesViewModelTest {
  private final ExplanationViewModel explanation = new ExplanationViewModel();
  private final EvidenceViewModel evidence = new EvidenceViewModel();
  private final StrokesViewModel strokes = new StrokesViewModel(explanation, evidence);

  private void show() {
    explanation.show(PlantedMatch.shown());
    evidence.show(PlantedEvidence.influence());
  }

  @Test
  void strokesShareOneScaleBothWays() {
    show();

    assertEquals(0.1, strokes.scale(), 1e-9);
    assertEquals(1, strokes.share(0).orElseThrow(), 1e-9);
    assertEquals(-0.5, strokes.share(1).orElseThrow(), 1e-9);
  }

  @Test
  void strokeHasNoColourBeforeItIsMeasured() {
    explanation.show(PlantedMatch.shown());

    assertEquals(Optional.empty(), strokes.share(0));
    assertEquals("Each stroke is being left out in turn …", strokes.sentence());
  }

  @Test
  void theStrongestComeFirst() {
    show();

    assertEquals(List.of(0, 1), strokes.strongest(6).stream().map(StrokeEffect::stroke).toList());
    assertEquals(1, strokes.strongest(1).size());
  }

  @Test
  void pointingAtAStrokeTellsWhatItDoes() {
    show();
    strokes.pointAt(0);

    assertEquals(
        "Without this stroke the photo falls from no. 2 to no. 9. Its similarity falls from 0.800"
            + " to 0.700.",
        strokes.sentence());
  }

  @Test
  void strokeLightsWhatItLooksAt() {
    show();
    strokes.pointAt(0);

    // Planted: patch 0, where the first stroke lies, looks at photo patch 3 with 0.97.
    float[] heat = strokes.heatOnPhoto();
    assertEquals(1 + Math.log(0.97) / Math.log(4), heat[3], 1e-5);
    assertEquals(0, heat[0], 1e-6);
  }

  @Test
  void nothingIsLitWhereNoStrokeIsPointedAt() {
    show();

    assertArrayEquals(new float[0], strokes.heatOnPhoto());
  }

  @Test
  void anotherExplanationForgetsTheStroke() {
    show();
    strokes.pointAt(1);
    explanation.show(PlantedMatch.even());

    assertNull(strokes.pointedAtProperty().get());
  }
}
