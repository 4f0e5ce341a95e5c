package patchlight.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import patchlight.settings.Settings;
import patchlight.settings.Theme;
import patchlight.settings.UserFolders;
import patchlight.sketch.Sketch;

/** The whole window with the real network and the built-in gallery, on a first start. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
  @TempDir private Path home = Path.of("");

  private final List<Settings> savedSettings = new ArrayList<>();
  private final List<Sketch> savedDrawings = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // made in start, which JUnit's extension calls first
  private Patchlight patchlight;

  @Start
  void start(Stage stage) {
    patchlight =
        new Patchlight(
            new UserFolders(home.resolve("data"), home.resolve("config")),
            Settings.USUAL.withTheme(Theme.LIGHT),
            savedSettings::add,
            savedDrawings::add,
            file -> {});
    SomeWindow.show(stage, patchlight.root(), 980, 620);
    patchlight.restore(() -> Sketch.BLANK);
    patchlight.open();
  }

  @AfterEach
  void close() {
    patchlight.close();
  }

  private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, condition);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  @Test
  void newcomerFindsPhotosAndTheirExplanationWithOneClick(FxRobot robot) throws Exception {
    waitUntil(() -> robot.lookup(".sample").tryQuery().isPresent());
    waitUntil(() -> text(robot, "#photos").matches("[1-9].*photos"));
    robot.clickOn(".sample");
    waitUntil(() -> robot.lookup("#sentence").tryQuery().isPresent());

    assertTrue(text(robot, "#time").endsWith(" ms"));
    assertTrue(text(robot, "#sentence").startsWith("The best match"), text(robot, "#sentence"));
    assertEquals("", patchlight.notices().text());

    robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
    waitUntil(() -> robot.lookup(".sample-strip").query().isVisible());
    assertFalse(robot.lookup("#sentence").tryQuery().isPresent());
  }

  @Test
  void tabReachesToolsAndNothingThatTakesNoKeys(FxRobot robot) throws Exception {
    waitUntil(() -> text(robot, "#photos").matches("[1-9].*photos"));
    robot.interact(() -> robot.lookup("#pen").query().requestFocus());
    Set<String> reached = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      Node focus = robot.lookup("#pen").query().getScene().getFocusOwner();
      reached.add(focus.getId() == null ? focus.getClass().getSimpleName() : focus.getId());
      robot.type(KeyCode.TAB);
    }

    assertTrue(
        reached.containsAll(Set.of("eraser", "ranking", "settings", "add-folder")),
        reached::toString);
    assertTrue(
        Collections.disjoint(reached, Set.of("SplitPane", "StatusLine", "virtual-flow")),
        reached::toString);
  }

  @Test
  void networkThatFailsAfterTheWindowIsClosedIsNotTold(FxRobot robot) throws Exception {
    Path file = Files.createFile(home.resolve("file"));
    robot.interact(() -> {
      Patchlight brief =
          new Patchlight(
              new UserFolders(file, file),
              Settings.USUAL,
              savedSettings::add,
              savedDrawings::add,
              opened -> {});
      brief.open();
      brief.close();
    });
    WaitForAsyncUtils.waitForFxEvents();

    assertEquals(1, Window.getWindows().size());
  }

  @Test
  void drawingAndSettingsAreSaved(FxRobot robot) throws Exception {
    waitUntil(() -> robot.lookup(".sample").tryQuery().isPresent());
    robot.clickOn(".sample");
    robot.interact(() -> patchlight.settings().themeProperty().set(Theme.DARK));
    patchlight.close();

    assertEquals(Theme.DARK, savedSettings.getLast().theme());
    assertFalse(savedDrawings.getLast().isBlank());
  }

  @Test
  void columnsKeepTheWidthsAPersonGaveThem(FxRobot robot) {
    SplitPane columns = robot.lookup(".columns").queryAs(SplitPane.class);
    robot.interact(() -> columns.setDividerPositions(0.35, 0.63));
    robot.interact(() -> patchlight.windowClosing(Optional.empty()));
    patchlight.close();

    List<Double> dividers = savedSettings.getLast().dividers();
    assertEquals(2, dividers.size());
    assertEquals(0.35, dividers.get(0), 0.01);
    assertEquals(0.63, dividers.get(1), 0.01);
  }
}
