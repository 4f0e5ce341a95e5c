package patchlight.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchReader;
import patchlight.sketch.Stroke;
import patchlight.ui.sketch.SketchPaper;

/**
 * Takes pictures of the real program: starts it, draws a sketch with the mouse, waits for photos,
 * and writes light and dark pictures in two sizes. Needs a display of 1920×1080 at least (a virtual
 * one will do) and, to leave the person's own gallery alone, {@code -Dpatchlight.home=FOLDER}.
 *
 * <p>Words: folder for the pictures, sketch file (SVG or ndjson). Where more sketch files follow,
 * only the explanation of what each of them finds first is taken, light and in the smaller size.
 */
public final class WindowPictures {
  /** Parts of the explanation, each with what is filled when it is measured. */
  private static final Map<String, String> MEASURED =
      Map.of(
          "strokes", "#stroke-rows", "rebuilt", "#rebuilt-strip", "attention", "#attention-heads");

  private static final double[][] SIZES = {{1280, 800}, {1920, 1080}};

  private WindowPictures() {}

  /** Takes the pictures and ends the program. */
  public static void main(String[] words) throws Exception {
    Path folder = Files.createDirectories(Path.of(words[0]));
    List<Path> sketches = Stream.of(words).skip(1).map(Path::of).toList();
    Thread.ofPlatform().start(() -> Application.launch(PatchlightApp.class));
    waitFor(() -> !Window.getWindows().isEmpty() && onFx(() -> scene().lookup("#ranking") != null));
    waitForPhotos();
    if (sketches.size() == 1) {
      takeAll(folder, SketchReader.read(sketches.getFirst()));
    } else {
      takeExplanations(folder, sketches);
    }
    Platform.exit();
    System.exit(0);
  }

  private static void takeExplanations(Path folder, List<Path> sketches) throws Exception {
    resize(SIZES[0][0], SIZES[0][1]);
    choose("Light");
    for (Path sketch : sketches) {
      press("#clear");
      draw(SketchReader.read(sketch));
      waitUntilExplained();
      String name = String.valueOf(sketch.getFileName());
      save(folder.resolve(name.replaceFirst("\\.[^.]*$", "") + ".png"));
    }
  }

  private static void waitUntilExplained() {
    waitFor(() -> onFx(() -> says("#time")));
    waitFor(() -> onFx(() -> says("#faithfulness")));
    settle();
  }

  private static void takeAll(Path folder, Sketch sketch) throws Exception {
    for (double[] size : SIZES) {
      resize(size[0], size[1]);
      for (String theme : List.of("Light", "Dark")) {
        choose(theme);
        press("#clear");
        settle();
        save(folder.resolve(name("blank", theme, size)));
        draw(sketch);
        waitUntilExplained();
        save(folder.resolve(name("ranked", theme, size)));
        hoverInk();
        settle();
        save(folder.resolve(name("hover", theme, size)));
        for (String part : MEASURED.keySet()) {
          choosePart(part);
          save(folder.resolve(name(part, theme, size)));
        }
        choosePart("strokes");
        pointAt(".stroke-row");
        save(folder.resolve(name("stroke", theme, size)));
        choosePart("matches");
        pickThird();
        waitFor(() -> onFx(() -> says("#faithfulness")));
        press("#open-score");
        pointAt("#lacking");
        save(folder.resolve(name("third", theme, size)));
        press("#open-score");
      }
    }
  }

  private static String name(String what, String theme, double[] size) {
    return what + "-" + theme.toLowerCase(Locale.ROOT) + "-" + (int) size[0] + ".png";
  }

  private static void waitForPhotos() {
    waitFor(() -> onFx(() -> label("#photos").getText().matches("[1-9].*")));
    waitFor(() -> onFx(() -> !scene().lookup("#cancel-indexing").getParent().isVisible()));
  }

  private static void draw(Sketch sketch) {
    SketchPaper paper = (SketchPaper) onFx(() -> scene().lookup(".sketch-paper"));
    Robot robot = onFx(Robot::new);
    double[] fit = fit(sketch);
    for (Stroke stroke : sketch.strokes()) {
      Iterator<Point> points = stroke.points().iterator();
      onFx(() -> move(robot, paper, points.next(), fit));
      onFx(() -> run(() -> robot.mousePress(MouseButton.PRIMARY)));
      while (points.hasNext()) {
        Point point = points.next();
        onFx(() -> move(robot, paper, point, fit));
        pause(4);
      }
      onFx(() -> run(() -> robot.mouseRelease(MouseButton.PRIMARY)));
    }
  }

  /** Scale and middle that bring a sketch of any unit to a drawing of the usual size. */
  private static double[] fit(Sketch sketch) {
    List<Point> points = sketch.strokes().stream().flatMap(s -> s.points().stream()).toList();
    double left = points.stream().mapToDouble(Point::x).min().orElse(0);
    double right = points.stream().mapToDouble(Point::x).max().orElse(1);
    double top = points.stream().mapToDouble(Point::y).min().orElse(0);
    double bottom = points.stream().mapToDouble(Point::y).max().orElse(1);
    double scale = 760 / Math.max(right - left, bottom - top);
    return new double[] {scale, (left + right) / 2, (top + bottom) / 2};
  }

  private static boolean move(Robot robot, SketchPaper paper, Point point, double[] fit) {
    Point2D place =
        paper.placeOf(new Point((point.x() - fit[1]) * fit[0], (point.y() - fit[2]) * fit[0], 0));
    robot.mouseMove(paper.localToScreen(place));
    return true;
  }

  private static void hoverInk() {
    onFx(() -> {
      Node matches = scene().lookup("#matches");
      Bounds all = matches.localToScreen(matches.getBoundsInLocal());
      double side = (all.getWidth() - 28) / 2;
      // Down the sketch's middle column until a patch with ink answers.
      Robot robot = new Robot();
      robot.mouseMove(all.getMinX() + side * 0.5, all.getMinY() + side * 0.07 + 2);
      return true;
    });
  }

  /** Chooses a way of looking at the explanation and waits for what it measures. */
  private static void choosePart(String part) {
    onFx(() -> run(((ToggleButton) scene().lookup("#part-" + part))::fire));
    if (part.equals("matches")) {
      return;
    }
    String measured = String.valueOf(MEASURED.get(part));
    waitFor(
        () -> onFx(() -> !((Pane) scene().lookup(measured)).getChildrenUnmodifiable().isEmpty()));
    settle();
  }

  private static void pointAt(String query) {
    onFx(() -> {
      Node node = scene().lookup(query);
      Bounds place = node.localToScreen(node.getBoundsInLocal());
      new Robot().mouseMove(place.getMinX() + 20, place.getCenterY());
      return true;
    });
    settle();
  }

  private static void pickThird() {
    onFx(() -> {
      List<Node> cards = List.copyOf(scene().getRoot().lookupAll(".ranking-card"));
      Node card = cards.get(2);
      Bounds place = card.localToScreen(card.getBoundsInLocal());
      Robot robot = new Robot();
      robot.mouseMove(place.getCenterX(), place.getCenterY());
      robot.mouseClick(MouseButton.PRIMARY);
      return true;
    });
    settle();
  }

  private static void choose(String theme) {
    onFx(() -> {
      MenuButton settings = (MenuButton) scene().lookup("#settings");
      Menu themes = (Menu) settings.getItems().getFirst();
      themes.getItems().stream()
          .map(RadioMenuItem.class::cast)
          .filter(item -> item.getText().equals(theme))
          .forEach(RadioMenuItem::fire);
      return true;
    });
  }

  private static void press(String button) {
    onFx(() -> run(((ButtonBase) scene().lookup(button))::fire));
  }

  private static void resize(double width, double height) {
    onFx(() -> {
      Stage stage = (Stage) Window.getWindows().getFirst();
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(width);
      stage.setHeight(height);
      return true;
    });
    settle();
  }

  private static void save(Path file) throws IOException {
    WritableImage image = onFx(() -> scene().snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    ImageIO.write(picture, "png", file.toFile());
    System.out.println(file);
  }

  private static Scene scene() {
    return Window.getWindows().getFirst().getScene();
  }

  private static Label label(String id) {
    return (Label) scene().lookup(id);
  }

  private static boolean says(String id) {
    return scene().lookup(id) instanceof Label label && !label.getText().isEmpty();
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }

  /** Long enough for searches and thumbnails on a busy machine. */
  private static void settle() {
    pause(2500);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void waitFor(BooleanSupplier condition) {
    for (int i = 0; i < 600; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      pause(100);
    }
    throw new IllegalStateException("Waited a minute in vain");
  }

  private static <T> T onFx(Supplier<T> action) {
    AtomicReference<@Nullable T> result = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        result.set(action.get());
      } finally {
        done.countDown();
      }
    });
    try {
      done.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Objects.requireNonNull(result.get(), "the program failed, see its log");
  }
}
