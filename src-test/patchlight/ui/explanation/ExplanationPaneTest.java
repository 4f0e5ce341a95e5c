package patchlight.ui.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import patchlight.ui.SomePhotos;
import patchlight.ui.SomeWindow;

@ExtendWith(ApplicationExtension.class)
class ExplanationPaneTest {
  private final ExplanationViewModel model = new ExplanationViewModel();
  private final EvidenceViewModel evidence = new EvidenceViewModel();

  @Start
  void start(Stage stage) {
    SomeWindow.show(stage, new ExplanationPane(model, evidence, SomePhotos.images()), 500, 700);
  }

  private void show(FxRobot robot) {
    robot.interact(() -> model.show(PlantedMatch.shown()));
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void pointAt(FxRobot robot, PatchPlace place) {
    MatchView view = robot.lookup("#matches").queryAs(MatchView.class);
    Bounds cell = view.localToScreen(view.cellOf(place, 2));
    robot.moveTo(cell);
  }

  @Test
  void pointingAtASketchPatchLightsThePhoto(FxRobot robot) {
    show(robot);
    pointAt(robot, new PatchPlace(Side.SKETCH, 3));

    assertEquals(new PatchPlace(Side.SKETCH, 3), model.hoveredProperty().get());
    assertEquals(4, model.heat(Side.PHOTO).length);
  }

  @Test
  void pointingAtAPhotoPatchLightsTheSketch(FxRobot robot) {
    show(robot);
    pointAt(robot, new PatchPlace(Side.PHOTO, 1));

    assertEquals(new PatchPlace(Side.PHOTO, 1), model.hoveredProperty().get());
    assertEquals(4, model.heat(Side.SKETCH).length);
  }

  @Test
  void pointerElsewhereLightsNothing(FxRobot robot) {
    show(robot);
    pointAt(robot, new PatchPlace(Side.SKETCH, 3));
    robot.moveTo("#sentence");

    assertNull(model.hoveredProperty().get());
  }

  @Test
  void sentenceAndCountFollowTheExplanation(FxRobot robot) {
    show(robot);

    assertEquals(
        "The best match, and the second opinion agrees.",
        robot.lookup("#sentence").queryAs(Label.class).getText());
    assertEquals("2 of 2", robot.lookup("#match-count").queryAs(Label.class).getText());
  }

  @Test
  void sliderHidesWeakerMatches(FxRobot robot) {
    show(robot);
    robot.interact(() -> robot.lookup("#weakest-match").queryAs(Slider.class).setValue(0.9));

    assertEquals("1 of 2", robot.lookup("#match-count").queryAs(Label.class).getText());
  }

  @Test
  void nothingToExplainSaysSo(FxRobot robot) {
    show(robot);
    robot.interact(model::showNothing);

    assertEquals(
        "Nothing to explain yet", robot.lookup(".empty-title").queryAs(Label.class).getText());
  }
}
