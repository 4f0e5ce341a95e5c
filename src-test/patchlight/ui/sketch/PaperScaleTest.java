package patchlight.ui.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.Stroke;

class PaperScaleTest {
  private static Sketch line(double x1, double y1, double x2, double y2) {
    return new Sketch(List.of(new Stroke(List.of(new Point(x1, y1, 0), new Point(x2, y2, 0)))));
  }

  @Test
  void shorterSideOfThePaperIsAThousandUnits() {
    PaperScale scale = PaperScale.of(400, 700, Sketch.BLANK);

    assertEquals(0, scale.toPaperX(-500), 1e-9);
    assertEquals(400, scale.toPaperX(500), 1e-9);
    assertEquals(350, scale.toPaperY(0), 1e-9);
  }

  @Test
  void paperAndSketchCoordinatesUndoEachOther() {
    PaperScale scale = PaperScale.of(400, 700, Sketch.BLANK);

    assertEquals(123, scale.toSketchX(scale.toPaperX(123)), 1e-9);
    assertEquals(-456, scale.toSketchY(scale.toPaperY(-456)), 1e-9);
  }

  @Test
  void sketchFromATallerWindowIsShownWhole() {
    Sketch tall = line(0, -900, 0, 900);
    PaperScale scale = PaperScale.of(500, 500, tall);

    assertEquals(500 / 1840.0, scale.factor(), 1e-9);
  }

  @Test
  void fittedSketchIsCentredAndKeepsItsShape() {
    List<Point> points = PaperScale.fitted(line(100, 200, 300, 300)).strokes().getFirst().points();

    assertEquals(new Point(-360, -180, 0), points.getFirst());
    assertEquals(new Point(360, 180, 0), points.getLast());
  }

  @Test
  void fittedDotKeepsItsSize() {
    List<Point> points = PaperScale.fitted(line(7, 7, 7, 7)).strokes().getFirst().points();

    assertEquals(new Point(0, 0, 0), points.getFirst());
  }
}
