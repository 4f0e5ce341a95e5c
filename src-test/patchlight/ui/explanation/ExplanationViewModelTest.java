package patchlight.ui.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import patchlight.explanation.Correspondence;
import patchlight.network.MeasuredTruth;

class ExplanationViewModelTest {
  private final ExplanationViewModel model = new ExplanationViewModel();

  @Test
  void wordsAreAboutTheLinesInSight() {
    ExplanationViewModel model = new ExplanationViewModel();
    model.show(
        PlantedMatch.shown(new MeasuredTruth(new float[] {0.7f, 0.97f}, new float[] {0.4f, 0.8f})));
    assertTrue(model.verdictProperty().getValue().lines().contains("about 6 in 10"));
    model.weakestProperty().set(0.9);
    assertTrue(model.verdictProperty().getValue().lines().contains("about 8 in 10"));
  }

  @Test
  void hoveringASketchPatchLightsItsCounterpartsOnThePhoto() {
    model.show(PlantedMatch.shown());
    model.hover(new PatchPlace(Side.SKETCH, 0));

    // Planted: patch 0 looks at photo patch 3 with 0.97 and elsewhere with 0.01 each.
    float[] heat = model.heat(Side.PHOTO);
    assertEquals(1 + Math.log(0.97) / Math.log(4), heat[3], 1e-5);
    assertEquals(0, heat[0], 1e-6);
    assertEquals(0, model.heat(Side.SKETCH).length);
  }

  @Test
  void hoveringAPhotoPatchLightsItsCounterpartsOnTheSketch() {
    model.show(PlantedMatch.shown());
    model.hover(new PatchPlace(Side.PHOTO, 3));

    float[] heat = model.heat(Side.SKETCH);
    assertTrue(heat[0] > 0.8, "patch 0 answers to photo patch 3, lit by " + heat[0]);
    assertEquals(0, heat[1], 1e-6);
    assertEquals(0, model.heat(Side.PHOTO).length);
  }

  @Test
  void attentionSpreadEvenlyLightsNothing() {
    model.show(PlantedMatch.even());
    model.hover(new PatchPlace(Side.SKETCH, 0));

    assertArrayEquals(new float[4], model.heat(Side.PHOTO), 1e-6f);
  }

  @Test
  void blankPatchOfTheSketchLightsNothing() {
    model.show(PlantedMatch.shown());
    model.hover(new PatchPlace(Side.SKETCH, 1));

    assertNull(model.hoveredProperty().get());
    assertEquals(0, model.heat(Side.PHOTO).length);
  }

  @Test
  void sliderKeepsOnlyMatchesThatAreStrongEnough() {
    model.show(PlantedMatch.shown());
    model.weakestProperty().set(0);
    assertEquals(List.of(3, 0), photoPatches());

    model.weakestProperty().set(0.9);
    assertEquals(List.of(3), photoPatches());
    assertEquals(2, model.allMatches());
  }

  private List<Integer> photoPatches() {
    return model.matchesProperty().getValue().stream().map(Correspondence::photoPatch).toList();
  }

  @Test
  void matchesOfTheHoveredPatchAreTouched() {
    model.show(PlantedMatch.shown());
    model.hover(new PatchPlace(Side.PHOTO, 3));

    assertTrue(model.touchesHovered(new Correspondence(0, 3, 0.9f)));
    assertTrue(!model.touchesHovered(new Correspondence(3, 0, 0.5f)));
  }

  @Test
  void nothingIsLitOnceNothingIsShown() {
    model.show(PlantedMatch.shown());
    model.hover(new PatchPlace(Side.PHOTO, 3));
    model.showNothing();

    assertNull(model.hoveredProperty().get());
    assertEquals(List.of(), model.matchesProperty().getValue());
    assertEquals("", model.verdictProperty().getValue().sentence());
  }
}
