package patchlight.ui.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import patchlight.explanation.Counterparts;
import patchlight.explanation.PatchReplacement;
import patchlight.network.Match;
import patchlight.network.MeasuredTruth;
import patchlight.ui.SomePhotos;
import patchlight.ui.SomeWindow;

@ExtendWith(ApplicationExtension.class)
class ExplanationPaneTest {
  private final ExplanationViewModel model = new ExplanationViewModel();
  private final EvidenceViewModel evidence = new EvidenceViewModel();
  private final List<Path> chosen = new ArrayList<>();

  @Start
  void start(Stage stage) {
    SomeWindow.show(
        stage,
        new ExplanationPane(
            model,
            evidence,
            SomePhotos.images(),
            new ExplanationFiles(new SimpleObjectProperty<>(), file -> {}),
            chosen::add),
        500,
        700);
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
  void worthOfAPhotoIsSaidWhereItWasMeasuredAndTakesNoPlaceElsewhere(FxRobot robot) {
    show(robot);
    Label worth = robot.lookup("#worth").queryAs(Label.class);
    assertFalse(worth.isVisible() || worth.isManaged());

    MeasuredTruth measured = new MeasuredTruth(new float[] {0.5f}, new float[] {0.3f});
    float[] even = new float[16];
    Arrays.fill(even, 0.25f);
    Match match = new Match(0.5f, even, even.clone(), 4);
    robot.interact(() -> model.show(PlantedMatch.shown(match, 1, measured)));

    assertTrue(worth.isVisible() && worth.isManaged());
    assertTrue(worth.getText().contains("3 in 10"), worth.getText());
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

    assertEquals("The best match.", robot.lookup("#sentence").queryAs(Label.class).getText());
    assertEquals("2 of 2", robot.lookup("#match-count").queryAs(Label.class).getText());
  }

  @Test
  void sliderHidesWeakerMatches(FxRobot robot) {
    show(robot);
    robot.interact(() -> robot.lookup("#weakest-match").queryAs(Slider.class).setValue(0.9));

    assertEquals("1 of 2", robot.lookup("#match-count").queryAs(Label.class).getText());
  }

  private void choose(FxRobot robot, ExplanationPart part) {
    robot.interact(() -> evidence.partProperty().set(part));
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }

  @Test
  void testOfTheExplanationIsTold(FxRobot robot) {
    show(robot);
    robot.interact(() -> evidence.show(PlantedEvidence.faithfulness(0.2)));

    assertEquals("0.25", text(robot, "#faithfulness"));
    assertEquals(
        "Covering the fifth that is marked most costs 75% of the match, covering as much at random"
            + " 25%.",
        text(robot, "#faithfulness-sentence"));
  }

  @Test
  void explanationThatDoesNotHoldIsToldAsOne(FxRobot robot) {
    show(robot);
    robot.interact(() -> evidence.show(PlantedEvidence.faithfulness(0.6)));

    assertTrue(text(robot, "#faithfulness-sentence").startsWith("This explanation does not hold"));
  }

  @Test
  void whatHindersTheTestIsTold(FxRobot robot) {
    show(robot);
    robot.interact(() -> evidence.showObstacle("The file is no longer there."));

    assertEquals("The file is no longer there.", text(robot, "#faithfulness-sentence"));
  }

  @Test
  void whatAPhotoLacksIsLitWhilePointedAt(FxRobot robot) {
    show(robot);
    assertFalse(robot.lookup("#lacking").query().isVisible());
    robot.interact(() -> evidence.show(new Counterparts(List.of(3), List.of(), List.of(0))));
    WaitForAsyncUtils.waitForFxEvents();
    robot.moveTo("#lacking");
    assertTrue(evidence.lackingLitProperty().get());

    robot.moveTo("#sentence");
    assertFalse(evidence.lackingLitProperty().get());
  }

  @Test
  void scoreIsOpenedByAClick(FxRobot robot) {
    show(robot);
    assertFalse(robot.lookup(".score-box").query().isVisible());
    robot.interact(() -> robot.lookup("#open-score").queryAs(ToggleButton.class).fire());

    assertTrue(robot.lookup(".score-box").query().isVisible());
    assertEquals(
        "Similarity 0.900: no. 1 of all photos. The list is in this order.",
        text(robot, ".score-words"));
  }

  @Test
  void strokesAreListedAndTold(FxRobot robot) {
    show(robot);
    robot.interact(() -> evidence.show(PlantedEvidence.influence()));
    choose(robot, ExplanationPart.STROKES);
    assertEquals(2, robot.lookup(".stroke-row").queryAll().size());

    robot.moveTo(robot.lookup(".stroke-row").queryAll().iterator().next());

    assertTrue(text(robot, "#stroke-sentence").contains("from no. 2 to no. 9"));
  }

  @Test
  void pointingAtAStrokeOfTheDrawingTellsWhatItDoes(FxRobot robot) {
    show(robot);
    robot.interact(() -> evidence.show(PlantedEvidence.influence()));
    choose(robot, ExplanationPart.STROKES);
    StrokeView view = robot.lookup("#strokes").queryAs(StrokeView.class);
    // The second stroke ends at the lower right of the box around the ink.
    Bounds sheet = view.localToScreen(view.place(Side.SKETCH));
    double margin = 12 / 224.0 * sheet.getWidth();
    robot.moveTo(new Point2D(sheet.getMaxX() - margin, sheet.getMaxY() - margin));

    assertTrue(text(robot, "#stroke-sentence").contains("rises from no. 2 to no. 1"));
  }

  @Test
  void sketchIsRebuiltFromTheBestPhotos(FxRobot robot) {
    show(robot);
    showRebuilt(robot);

    assertEquals(2, robot.lookup(".rebuilt-tile").queryAll().size());
  }

  @Test
  void smallRebuiltSketchChoosesItsPhotoByClickAndByKey(FxRobot robot) {
    show(robot);
    showRebuilt(robot);
    robot.clickOn(tile(robot, 1));
    assertEquals(List.of(SomePhotos.path("b.jpg")), chosen);

    robot.interact(() -> tile(robot, 0).requestFocus());
    robot.type(KeyCode.SPACE);
    assertEquals(List.of(SomePhotos.path("b.jpg"), SomePhotos.path("a.jpg")), chosen);
  }

  @Test
  void tileThatWasChosenKeepsTheFocusWhenItIsDrawnAnew(FxRobot robot) {
    show(robot);
    showRebuilt(robot);
    robot.interact(() -> tile(robot, 1).requestFocus());
    robot.type(KeyCode.ENTER);
    robot.interact(evidence::forget);
    showRebuilt(robot);

    assertTrue(tile(robot, 1).isFocused());
  }

  private static Node tile(FxRobot robot, int index) {
    return robot.lookup("#rebuilt-strip").queryParent().getChildrenUnmodifiable().get(index);
  }

  /** From the first photo, then from the first two. */
  private void showRebuilt(FxRobot robot) {
    ShownExplanation shown = PlantedMatch.shown();
    PatchReplacement replacement =
        new PatchReplacement(shown.explanation(), shown.ink(), new int[16]);
    List<RebuiltPhoto> best =
        shown.ranking().photos().subList(0, 2).stream()
            .map(photo -> RebuiltPhoto.of(photo, replacement))
            .toList();
    robot.interact(
        () -> evidence.showRebuilt(List.of(best.getFirst(), best.getFirst(), best.getLast())));
    choose(robot, ExplanationPart.REBUILT);
  }

  @Test
  void onlyAnExplanationCanBeSaved(FxRobot robot) {
    assertFalse(robot.lookup("#save-explanation").query().isVisible());
    show(robot);

    assertTrue(robot.lookup("#save-explanation").query().isVisible());
  }

  @Test
  void attentionIsOfferedWhereTheNetworkTellsIt(FxRobot robot) {
    show(robot);
    assertTrue(robot.lookup("#part-attention").tryQuery().isEmpty());
    robot.interact(() -> {
      evidence.tellsAttentionProperty().set(true);
      evidence.show(PlantedEvidence.attention());
    });
    choose(robot, ExplanationPart.ATTENTION);

    assertTrue(robot.lookup("#part-attention").tryQuery().isPresent());
    assertEquals(3, robot.lookup(".attention-head").queryAll().size());
  }

  @Test
  void nothingToExplainSaysSo(FxRobot robot) {
    show(robot);
    robot.interact(model::showNothing);

    assertEquals(
        "Nothing to explain yet", robot.lookup(".empty-title").queryAs(Label.class).getText());
  }
}
