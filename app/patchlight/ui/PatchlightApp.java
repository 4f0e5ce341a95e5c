package patchlight.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import patchlight.messages.Messages;
import patchlight.settings.Settings;
import patchlight.settings.SettingsStore;
import patchlight.settings.UserFolders;
import patchlight.settings.WindowBounds;
import patchlight.sketch.DrawingStore;
import patchlight.sketch.Sketch;

/** The window program. What is small is read before the window shows, what is heavy after. */
public final class PatchlightApp extends Application {
  private static final double USUAL_WIDTH = 1280;
  private static final double USUAL_HEIGHT = 800;

  private final UserFolders folders = UserFolders.ofThisSystem();
  private final SettingsStore settingsStore = new SettingsStore(folders.config());
  private final DrawingStore drawingStore = new DrawingStore(folders.data());
  private Settings settings = Settings.USUAL;
  private @Nullable Patchlight patchlight;

  @Override
  public void init() {
    settings = settingsStore.load();
  }

  @Override
  public void start(Stage stage) {
    Patchlight parts =
        new Patchlight(
            folders, settings, settingsStore::save, drawingStore::save, this::openInSystem);
    patchlight = parts;
    Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> parts.notices().bug(bug));
    Scene scene = new Scene(parts.root(), USUAL_WIDTH, USUAL_HEIGHT);
    WindowTheme.follow(scene, parts.settings().themeProperty());
    stage.setScene(scene);
    stage.setTitle(Messages.text("ui.window.name"));
    stage.getIcons().add(Patchlight.icon());
    stage.setMinWidth(MainWindow.LEAST_WIDTH);
    stage.setMinHeight(MainWindow.LEAST_HEIGHT);
    settings.window().filter(PatchlightApp::isOnScreen).ifPresent(at -> place(stage, at));
    stage.setOnHiding(hiding -> parts.windowClosing(bounds(stage)));
    stage.show();
    Platform.runLater(PatchlightApp::printTiming);
    settingsStore.note().ifPresent(parts.notices()::tell);
    parts.restore(this::lastDrawing);
    parts.open();
  }

  @Override
  public void stop() {
    if (patchlight != null) {
      patchlight.close();
    }
  }

  /** Off the FX thread: the drawing of the last session, with a word if it was damaged. */
  private Sketch lastDrawing() {
    Sketch drawing = drawingStore.load();
    Optional<String> note = drawingStore.note();
    Platform.runLater(() -> note.ifPresent(text -> notices().ifPresent(n -> n.tell(text))));
    return drawing;
  }

  private Optional<Notices> notices() {
    return Optional.ofNullable(patchlight).map(Patchlight::notices);
  }

  private void openInSystem(Path file) {
    getHostServices().showDocument(file.toUri().toString());
  }

  private static boolean isOnScreen(WindowBounds at) {
    // A window whose head nobody can reach cannot be moved back.
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .anyMatch(
            screen -> screen.intersects(new Rectangle2D(at.x() + 40, at.y(), at.width() - 80, 30)));
  }

  private static void place(Stage stage, WindowBounds at) {
    stage.setX(at.x());
    stage.setY(at.y());
    stage.setWidth(at.width());
    stage.setHeight(at.height());
    stage.setMaximized(at.maximized());
  }

  private static Optional<WindowBounds> bounds(Stage stage) {
    double all = stage.getX() + stage.getY() + stage.getWidth() + stage.getHeight();
    if (!Double.isFinite(all) || stage.getWidth() < 1 || stage.getHeight() < 1) {
      return Optional.empty();
    }
    return Optional.of(
        new WindowBounds(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
  }

  private static void printTiming() {
    if (System.getProperty("patchlight.timing") != null) {
      ProcessHandle.current()
          .info()
          .startInstant()
          .map(started -> Duration.between(started, Instant.now()).toMillis())
          .ifPresent(millis -> System.out.println("window after " + millis + " ms"));
      ProcessHandle.current()
          .info()
          .totalCpuDuration()
          .ifPresent(busy -> System.out.println("processor busy " + busy.toMillis() + " ms"));
    }
  }
}
