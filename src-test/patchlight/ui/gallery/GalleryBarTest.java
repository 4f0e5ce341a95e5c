package patchlight.ui.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import patchlight.gallery.IndexReport;
import patchlight.gallery.Unreadable;
import patchlight.ui.SomeWindow;

@ExtendWith(ApplicationExtension.class)
class GalleryBarTest {
  private static final GalleryFolder HOLIDAY = new GalleryFolder(Path.of("/photos/holiday"), false);
  private static final GalleryFolder STUDIO = new GalleryFolder(Path.of("/studio"), true);

  private final GalleryViewModel model = new GalleryViewModel();
  private final List<GalleryFolder> removed = new ArrayList<>();

  @Start
  void start(Stage stage) {
    GalleryActions actions =
        new GalleryActions(folders -> {}, removed::add, () -> {}, () -> {}, () -> {});
    SomeWindow.show(stage, new GalleryBar(model, actions, new SimpleObjectProperty<>()), 900, 60);
  }

  @Test
  void everyFolderHasAChip(FxRobot robot) {
    robot.interact(() -> model.showFolders(List.of(STUDIO, HOLIDAY)));

    List<String> names =
        robot.lookup(".chip > .label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList();
    assertEquals(List.of("Built-in gallery", "holiday"), names);
  }

  @Test
  void crossTakesAFolderOut(FxRobot robot) {
    robot.interact(() -> model.showFolders(List.of(HOLIDAY)));
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn(".chip-close");

    assertEquals(List.of(HOLIDAY), removed);
  }

  @Test
  void indexingShowsItsProgressAndCanBeStopped(FxRobot robot) {
    robot.interact(model::begin);
    robot.interact(() -> model.progress(120, 480));
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(robot.lookup("120 of 480").tryQuery().isPresent());

    robot.clickOn("#cancel-indexing");

    assertTrue(model.isCancelled());
  }

  @Test
  void progressGoesAwayWithTheIndexing(FxRobot robot) {
    robot.interact(model::begin);
    robot.interact(() -> model.finish(report()));

    assertFalse(robot.lookup("#cancel-indexing").query().getParent().isVisible());
    assertFalse(robot.lookup("#unreadable").query().isVisible());
  }

  @Test
  void unreadablePhotosAreListedWithTheirReasons(FxRobot robot) {
    Unreadable bad = new Unreadable(Path.of("/p/bad.jpg"), "It is cut off; copy it again.");
    robot.interact(() -> model.finish(report(bad)));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("1 unreadable", robot.lookup("#unreadable").queryAs(Button.class).getText());

    robot.clickOn("#unreadable");
    WaitForAsyncUtils.waitForFxEvents();

    assertEquals(List.of(bad), robot.lookup(".table-view").<Unreadable>queryTableView().getItems());
    robot.clickOn("Close");
  }

  private static IndexReport report(Unreadable... unreadable) {
    return new IndexReport(1, 0, 0, 0, List.of(unreadable), Duration.ZERO, false);
  }
}
