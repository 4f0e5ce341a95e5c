package patchlight.ui.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import patchlight.messages.Messages;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.Stroke;
import patchlight.ui.SomeWindow;

@ExtendWith(ApplicationExtension.class)
class SketchPaneTest {
  private static final Sketch CROSS =
      new Sketch(
          List.of(
              new Stroke(List.of(new Point(0, 0, 0), new Point(9, 9, 0))),
              new Stroke(List.of(new Point(0, 9, 0), new Point(9, 0, 0)))));

  private final SketchViewModel model = new SketchViewModel(System::currentTimeMillis);
  private final List<String> failures = new ArrayList<>();
  private final SketchFiles files =
      new SketchFiles(
          model,
          new SimpleObjectProperty<>(),
          failure -> failures.add(String.valueOf(failure.getMessage())));

  @Start
  void start(Stage stage) {
    SketchPane pane =
        new SketchPane(
            model, files, FXCollections.observableArrayList(new SampleSketch("cross", CROSS)), 4);
    SomeWindow.show(stage, pane, 400, 500);
  }

  private void draw(FxRobot robot, double fromX, double fromY, double toX, double toY) {
    Node paper = robot.lookup(".sketch-paper").query();
    robot.moveTo(robot.point(paper).atOffset(fromX, fromY));
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(robot.point(paper).atOffset((fromX + toX) / 2, (fromY + toY) / 2));
    robot.moveTo(robot.point(paper).atOffset(toX, toY));
    robot.release(MouseButton.PRIMARY);
  }

  private int strokes() {
    return model.sketchProperty().get().strokes().size();
  }

  /** Opacity of the ink at a place of the paper. */
  private static double inkAt(FxRobot robot, double x, double y) {
    Node paper = robot.lookup(".sketch-paper").query();
    ImageView ink = (ImageView) paper.lookup("ImageView");
    PixelReader pixels = ink.getImage().getPixelReader();
    double midX = paper.getLayoutBounds().getWidth() / 2;
    double midY = paper.getLayoutBounds().getHeight() / 2;
    return (pixels.getArgb((int) (midX + x), (int) (midY + y)) >>> 24) / 255.0;
  }

  @Test
  void draggingTheMouseAddsAStrokeAndInksThePaper(FxRobot robot) {
    draw(robot, -60, 0, 60, 0);

    assertEquals(1, strokes());
    assertEquals(1, inkAt(robot, 0, 0));
    assertEquals(0, inkAt(robot, 0, 30));
  }

  @Test
  void undoTakesInkAwayAndRedoPutsItBack(FxRobot robot) {
    draw(robot, -60, 0, 60, 0);
    robot.clickOn("#undo");
    assertEquals(0, strokes());
    assertEquals(0, inkAt(robot, 0, 0));

    robot.clickOn("#redo");
    assertEquals(1, strokes());
    assertEquals(1, inkAt(robot, 0, 0));
  }

  @Test
  void eraserTakesTheStrokeItCrosses(FxRobot robot) {
    draw(robot, -60, -40, 60, -40);
    draw(robot, -60, 40, 60, 40);
    robot.clickOn("#eraser");
    draw(robot, 0, -70, 0, -10);

    assertEquals(1, strokes());
    assertEquals(0, inkAt(robot, 0, -40));
    assertEquals(1, inkAt(robot, 0, 40));
  }

  @Test
  void clearLeavesABlankSheetWithSamples(FxRobot robot) {
    Node samples = robot.lookup(".sample-strip").query();
    draw(robot, -60, -100, 60, -100);
    assertFalse(samples.isVisible());

    robot.clickOn("#clear");

    assertEquals(0, strokes());
    assertTrue(samples.isVisible());
  }

  @Test
  void sampleIsDrawnAtOneClick(FxRobot robot) {
    robot.clickOn(".sample");

    assertEquals(2, strokes());
    assertEquals(1, inkAt(robot, 0, 0));
    assertTrue(robot.lookup(".sketch-paper").query().isFocused());
  }

  @Test
  void smallerPaperShowsTheSameSketch(FxRobot robot) {
    draw(robot, -60, -150, 60, -150);
    robot.interact(() -> robot.window(0).setHeight(300));
    WaitForAsyncUtils.waitForFxEvents();

    Node paper = robot.lookup(".sketch-paper").query();
    double factor = (paper.getLayoutBounds().getHeight() / 2) / (150 + 0.02 * 1000);
    assertEquals(1, strokes());
    assertTrue(factor < 1, "the stroke was outside the smaller paper");
    assertTrue(inkInRow(robot, paper) > 0, "the stroke must stay on the paper");
  }

  private static int inkInRow(FxRobot robot, Node paper) {
    int inked = 0;
    for (int y = 0; y < paper.getLayoutBounds().getHeight() / 2 - 2; y++) {
      inked += inkAt(robot, 0, -y) > 0.5 ? 1 : 0;
    }
    return inked;
  }

  @Test
  void importedFileTakesThePlaceOfTheDrawing(FxRobot robot, @TempDir Path folder)
      throws IOException {
    draw(robot, -60, 0, 60, 0);
    Path file = folder.resolve("cross.svg");
    Files.writeString(
        file,
        """
        <svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="black">
          <path d="M0 0 L9 9"/><path d="M0 9 L9 0"/></svg>\
        """);
    robot.interact(() -> files.read(file));

    assertEquals(2, strokes());
    assertEquals(List.of(), failures);
  }

  @Test
  void damagedFileIsToldAndTheDrawingStays(FxRobot robot, @TempDir Path folder) throws IOException {
    draw(robot, -60, 0, 60, 0);
    Path file = folder.resolve("empty.png");
    Files.write(file, new byte[0]);
    robot.interact(() -> files.read(file));

    assertEquals(List.of(Messages.text("sketch.empty", "empty.png")), failures);
    assertEquals(1, strokes());
  }

  @Test
  void exportedSketchCanBeImportedAgain(FxRobot robot, @TempDir Path folder) {
    draw(robot, -60, 0, 60, 0);
    Path file = folder.resolve("sketch.ndjson");
    robot.interact(() -> files.write(file));
    robot.clickOn("#clear");
    robot.interact(() -> files.read(file));

    assertEquals(List.of(), failures);
    assertEquals(1, strokes());
  }
}
