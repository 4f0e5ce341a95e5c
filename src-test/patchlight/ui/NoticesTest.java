package patchlight.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import patchlight.gallery.GalleryException;
import patchlight.settings.Theme;

@ExtendWith(ApplicationExtension.class)
class NoticesTest {
  @SuppressWarnings("NullAway.Init") // made in start, which JUnit's extension calls first
  private Notices notices;

  @Start
  void start(Stage stage) {
    notices = new Notices(new Pane(), new SimpleObjectProperty<>(Theme.LIGHT));
    SomeWindow.show(stage, notices.pane(), 400, 300);
  }

  @Test
  void failureIsTold(FxRobot robot) {
    robot.interact(() -> notices.dialog("No photos", new GalleryException("gallery.photoLeft")));

    assertTrue(robot.lookup("No photos").tryQuery().isPresent());
    robot.clickOn("OK");
  }

  @Test
  void failureAfterTheWindowIsGoneOpensNothing(FxRobot robot) {
    robot.interact(() -> notices.pane().getScene().setRoot(new StackPane()));
    int before = Window.getWindows().size();

    robot.interact(() -> notices.dialog("No photos", new GalleryException("gallery.photoLeft")));

    assertEquals(before, Window.getWindows().size());
  }
}
