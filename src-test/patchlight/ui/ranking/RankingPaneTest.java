package patchlight.ui.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
class RankingPaneTest {
  private final RankingViewModel model = new RankingViewModel();
  private final List<Path> opened = new ArrayList<>();
  private int asked;

  @Start
  void start(Stage stage) {
    RankingPane pane =
        new RankingPane(
            model,
            SomePhotos.images(),
            new PhotoActions(opened::add),
            () -> asked++,
            () -> asked += 10);
    SomeWindow.show(stage, pane, 420, 600).addEventHandler(KeyEvent.KEY_PRESSED, pane::handleKey);
  }

  private void show(FxRobot robot, String... names) {
    robot.interact(() -> model.show(SomePhotos.ranked(names), names.length));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String selected() {
    return Objects.requireNonNull(model.selectedProperty().get()).photo().contentHash();
  }

  /** Cards on the screen; the grid keeps others hidden, to use again. */
  private static List<Label> cards(FxRobot robot, String styleClass) {
    return robot.lookup("." + styleClass).queryAllAs(Label.class).stream()
        .filter(RankingPaneTest::isOnScreen)
        .toList();
  }

  private static boolean isOnScreen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(FxRobot robot) {
    return cards(robot, "card-name").stream().map(Label::getText).sorted().toList();
  }

  private static Label named(FxRobot robot, String name) {
    return cards(robot, "card-name").stream()
        .filter(card -> card.getText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void cardsShowRankSimilarityAndName(FxRobot robot) {
    show(robot, "mug.jpg", "cup.jpg");

    assertEquals(List.of("cup.jpg", "mug.jpg"), names(robot));
    assertEquals("1", cards(robot, "card-rank").getFirst().getText());
    assertEquals("0.90", cards(robot, "card-similarity").getFirst().getText());
  }

  @Test
  void clickSelectsAPhoto(FxRobot robot) {
    show(robot, "mug.jpg", "cup.jpg", "pot.jpg");
    robot.clickOn(named(robot, "pot.jpg"));

    assertEquals("pot.jpg", selected());
  }

  @Test
  void doubleClickOpensThePhoto(FxRobot robot) {
    show(robot, "mug.jpg", "cup.jpg");
    robot.doubleClickOn(named(robot, "cup.jpg"));

    assertEquals(List.of(SomePhotos.path("cup.jpg")), opened);
  }

  @Test
  void arrowKeysMoveTheSelection(FxRobot robot) {
    show(robot, "1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg", "6.jpg");
    robot.type(KeyCode.RIGHT);
    assertEquals("2.jpg", selected());

    // Two or more columns at this width: down is more than one photo on.
    robot.type(KeyCode.DOWN);
    assertTrue(Integer.parseInt(selected().substring(0, 1)) >= 4, selected());
    robot.type(KeyCode.HOME);
    assertEquals("1.jpg", selected());
  }

  @Test
  void newRankingTakesTheOldOnesPlace(FxRobot robot) {
    show(robot, "mug.jpg", "cup.jpg");
    show(robot, "cup.jpg", "pot.jpg", "jug.jpg");

    assertEquals(List.of("cup.jpg", "jug.jpg", "pot.jpg"), names(robot));
  }

  @Test
  void emptyGalleryOffersToAddAFolder(FxRobot robot) {
    robot.interact(() -> model.showGallery(List.of(), 0));
    robot.clickOn(".accent");

    assertEquals(1, asked);
  }

  @Test
  void obstacleIsSaidWithAWayOut(FxRobot robot) {
    robot.interact(() -> model.showObstacle("The file encoder.onnx is missing."));

    assertEquals(
        "The file encoder.onnx is missing.",
        robot.lookup(".empty-text").queryAs(Label.class).getText());
    robot.clickOn(".accent");
    assertEquals(10, asked);
  }
}
