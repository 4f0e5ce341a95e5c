package patchlight.ui.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.Stroke;

class SketchViewModelTest {
  private long now = 1000;
  private final SketchViewModel model = new SketchViewModel(() -> now);

  private void line(double y) {
    model.begin(-100, y);
    model.extend(100, y);
    model.finish();
  }

  private Sketch sketch() {
    return model.sketchProperty().get();
  }

  @Test
  void drawingAddsAStrokeWithTheTimeOfEachPoint() {
    model.begin(1, 2);
    now += 30;
    model.extend(3, 4);
    model.finish();

    Stroke expected = new Stroke(List.of(new Point(1, 2, 0), new Point(3, 4, 30)));
    assertEquals(List.of(expected), sketch().strokes());
  }

  @Test
  void strokeUnderThePenIsLiveButNotFinished() {
    model.begin(0, 0);
    model.extend(5, 5);

    assertEquals(0, sketch().strokes().size());
    assertEquals(1, model.live().strokes().size());
    assertFalse(model.blankProperty().get());
  }

  @Test
  void undoAndRedoGoThroughTheHistory() {
    line(0);
    line(50);
    Sketch both = sketch();
    model.undo();
    Sketch one = sketch();
    model.undo();

    assertTrue(sketch().isBlank());
    assertFalse(model.canUndoProperty().get());
    model.redo();
    assertEquals(one, sketch());
    model.redo();
    assertEquals(both, sketch());
    assertFalse(model.canRedoProperty().get());
  }

  @Test
  void newStrokeForgetsWhatWasUndone() {
    line(0);
    model.undo();
    line(50);

    assertFalse(model.canRedoProperty().get());
  }

  @Test
  void eraserTakesWholeStrokesThatItTouches() {
    line(0);
    line(50);
    model.erase(0, -20, 0, -4, 5);
    model.finish();

    assertEquals(1, sketch().strokes().size());
    assertEquals(50, sketch().strokes().getFirst().points().getFirst().y());
  }

  @Test
  void eraserThatCrossesAStrokeBetweenItsPointsTakesIt() {
    line(0);
    model.erase(0, -80, 0, 80, 1);

    assertTrue(sketch().isBlank());
  }

  @Test
  void eraserThatRestsInLineWithARestingPenTouchesNothing() {
    model.begin(0, 50);
    model.extend(0, 50);
    model.finish();
    model.erase(0, -80, 0, -80, 5);

    assertEquals(1, sketch().strokes().size());
  }

  @Test
  void everythingThatOnePressOfTheEraserTookComesBackWithOneUndo() {
    line(0);
    line(50);
    Sketch before = sketch();
    model.erase(0, -5, 0, 5, 5);
    model.erase(0, 5, 0, 55, 5);
    model.finish();
    assertTrue(sketch().isBlank());

    model.undo();

    assertEquals(before, sketch());
  }

  @Test
  void eraserThatTouchedNothingIsNoStepOfTheHistory() {
    line(0);
    model.erase(0, 300, 0, 310, 5);
    model.finish();
    model.undo();

    assertTrue(sketch().isBlank());
  }

  @Test
  void clearLeavesABlankSheetAndUndoBringsTheSketchBack() {
    line(0);
    Sketch before = sketch();
    model.clear();
    assertTrue(model.blankProperty().get());

    model.undo();

    assertEquals(before, sketch());
  }

  @Test
  void importedSketchTakesThePlaceOfTheDrawingAndCanBeUndone() {
    line(0);
    Sketch before = sketch();
    model.replace(
        new Sketch(List.of(new Stroke(List.of(new Point(10, 10, 0), new Point(20, 30, 0))))));

    List<Point> points = sketch().strokes().getFirst().points();
    assertEquals(-360, points.getFirst().y(), 1e-9);
    assertEquals(360, points.getLast().y(), 1e-9);
    assertEquals(-180, points.getFirst().x(), 1e-9);
    model.undo();
    assertEquals(before, sketch());
  }

  @Test
  void drawingOfTheLastSessionIsNoStepOfTheHistory() {
    model.restore(new Sketch(List.of(new Stroke(List.of(new Point(0, 0, 0))))));

    assertFalse(model.canUndoProperty().get());
    assertEquals(1, sketch().strokes().size());
  }

  @Test
  void drawingOfTheLastSessionDoesNotTakeThePlaceOfANewOne() {
    line(0);
    Sketch before = sketch();
    model.restore(new Sketch(List.of(new Stroke(List.of(new Point(0, 0, 0))))));

    assertEquals(before, sketch());
  }

  @Test
  void undoWhileThePenIsDownTakesTheStrokeUnderIt() {
    line(0);
    Sketch before = sketch();
    model.begin(0, 0);
    model.undo();

    assertEquals(before, sketch());
    assertEquals(before, model.live());
  }
}
