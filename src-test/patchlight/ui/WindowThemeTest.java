package patchlight.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import patchlight.settings.Settings;
import patchlight.settings.Theme;
import patchlight.ui.settings.ModelActions;
import patchlight.ui.settings.SettingsMenu;
import patchlight.ui.settings.SettingsViewModel;

@ExtendWith(ApplicationExtension.class)
class WindowThemeTest {
  private final SettingsViewModel settings = new SettingsViewModel(Settings.USUAL);

  @SuppressWarnings("NullAway.Init") // made in start, which JUnit's extension calls first
  private Scene scene;

  @Start
  void start(Stage stage) {
    scene =
        new Scene(
            new StackPane(
                new SettingsMenu(
                    settings,
                    new ModelActions(() -> {}, folder -> {}, broken -> {}),
                    () -> {},
                    () -> {})),
            300,
            200);
    WindowTheme.follow(scene, settings.themeProperty());
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private boolean isDark() {
    boolean sheet = Application.getUserAgentStylesheet().contains("primer-dark");
    assertEquals(sheet, scene.getStylesheets().getFirst().endsWith("dark.css"));
    assertEquals(
        sheet ? ColorScheme.DARK : ColorScheme.LIGHT, scene.getPreferences().getColorScheme());
    return sheet;
  }

  @Test
  void themeFollowsTheSetting(FxRobot robot) {
    robot.interact(() -> settings.themeProperty().set(Theme.DARK));
    assertTrue(isDark());

    robot.interact(() -> settings.themeProperty().set(Theme.LIGHT));
    assertFalse(isDark());
  }

  @Test
  void menuSetsTheTheme(FxRobot robot) {
    robot.clickOn("#settings").clickOn("Theme").clickOn("Dark");

    assertEquals(Theme.DARK, settings.themeProperty().get());
    assertTrue(isDark());
  }
}
