package patchlight.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgOutlinesTest {
  @TempDir Path folder;

  @Test
  void pathCommandsRelativeAndAbsoluteGiveTheSameStroke() throws Exception {
    assertPoints("<path d='M10 20 L40 20 V60 H10 Z'/>", 10, 20, 40, 20, 40, 60, 10, 60, 10, 20);
    assertPoints("<path d='m10,20l30,0v40h-30z'/>", 10, 20, 40, 20, 40, 60, 10, 60, 10, 20);
  }

  @Test
  void subpathsAreStrokesOfTheirOwn() throws Exception {
    assertEquals(2, read("<path d='M0 0 L10 10 M50 50 L60 50'/>").strokes().size());
  }

  @Test
  void arcStaysOnItsCircle() throws Exception {
    List<Point> points =
        read("<path d='M10 50 A40 40 0 0 1 90 50'/>").strokes().getFirst().points();

    assertTrue(points.size() > 10, points::toString);
    for (Point point : points) {
      assertEquals(40, Math.hypot(point.x() - 50, point.y() - 50), 0.05);
    }
    assertEquals(10, points.stream().mapToDouble(Point::y).min().orElseThrow(), 0.05);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<path d='M0 0 C0 50 100 50 100 0'/>",
        "<path d='M0 0 c0 50 100 50 100 0'/>",
        "<path d='M0 0 C0 25 25 37.5 50 37.5 S100 25 100 0'/>",
        "<path d='M0 0 Q50 75 100 0'/>"
      })
  void curvesReachTheirLowestPoint(String path) throws Exception {
    List<Point> points = read(path).strokes().getFirst().points();

    assertEquals(37.5, points.stream().mapToDouble(Point::y).max().orElseThrow(), 0.1);
    assertEquals(100, points.getLast().x(), 1e-3);
  }

  @Test
  void basicShapesAreOutlined() throws Exception {
    assertPoints("<line x1='1' y1='2' x2='30' y2='40'/>", 1, 2, 30, 40);
    assertPoints("<polyline points='0,0 10,5 20,0'/>", 0, 0, 10, 5, 20, 0);
    assertPoints("<polygon points='0,0 10,5 20,0'/>", 0, 0, 10, 5, 20, 0, 0, 0);
    assertPoints("<rect x='1' y='2' width='30' height='40'/>", 1, 2, 31, 2, 31, 42, 1, 42, 1, 2);
    for (String round :
        List.of("<circle cx='50' cy='50' r='20'/>", "<ellipse cx='50' cy='50' rx='20' ry='20'/>")) {
      for (Point point : read(round).strokes().getFirst().points()) {
        assertEquals(20, Math.hypot(point.x() - 50, point.y() - 50), 0.05);
      }
    }
  }

  @Test
  void nestedTransformsApply() throws Exception {
    assertPoints(
        "<g transform='translate(10 20)'><line x1='0' y1='0' x2='5' y2='0'"
            + " transform='rotate(90) scale(2)'/></g>",
        10,
        20,
        10,
        30);
  }

  @Test
  void viewBoxScales() throws Exception {
    Sketch sketch =
        readWhole(
            "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='200' viewBox='0 0 10 10'>"
                + "<line x1='1' y1='1' x2='9' y2='1' stroke='black'/></svg>");

    assertEquals(160, length(sketch), 0.01);
  }

  @Test
  void invisibleShapesAreNoInk() throws Exception {
    assertTrue(
        readWhole(
                "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>"
                    + "<rect width='100%' height='100%' fill='#ffffff'/>"
                    + "<circle cx='50' cy='50' r='9' fill='white'/>"
                    + "<line x1='0' y1='0' x2='9' y2='9' stroke='none'/>"
                    + "<line x1='0' y1='0' x2='9' y2='9' stroke='black' opacity='0'/>"
                    + "<g display='none'><line x1='0' y1='0' x2='9' y2='9' stroke='black'/></g>"
                    + "</svg>")
            .isBlank());
  }

  @Test
  void whiteOnBlackIsInk() throws Exception {
    Sketch sketch =
        readWhole(
            "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>"
                + "<rect width='100' height='100' fill='black'/>"
                + "<polyline points='10,10 90,10' fill='none' stroke='white'/></svg>");

    assertEquals(80, length(sketch), 0.01);
  }

  @Test
  void shapeFilledAndStrokedIsOneStroke() throws Exception {
    assertEquals(
        1,
        readWhole(
                "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>"
                    + "<circle cx='50' cy='50' r='9' fill='red' stroke='black'/></svg>")
            .strokes()
            .size());
  }

  @Test
  void stylesheetAndReuseAreFollowed() throws Exception {
    Sketch sketch =
        readWhole(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                + " width='100' height='100'><style>.pen{fill:none;stroke:black}</style>"
                + "<defs><path id='p' d='M0 0 L10 0'/></defs>"
                + "<use xlink:href='#p' x='20' y='30' class='pen'/></svg>");

    assertEquals(10, length(sketch), 0.01);
    assertEquals(new Point(20, 30, 0), sketch.strokes().getFirst().points().getFirst());
  }

  @Test
  void entitiesOfTheDocumentTypeStayShut() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "words");
    String leaking =
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY leak SYSTEM '"
            + secret.toUri()
            + "'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&leak;</text></svg>";

    SketchException e = assertThrows(SketchException.class, () -> readWhole(leaking));

    assertEquals("sketch.badSvg", e.messageKey());
  }

  @Test
  void usualDocumentTypeIsRead() throws Exception {
    Sketch sketch =
        readWhole(
            "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'"
                + " 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
                + "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>"
                + "<path d='M0 0 L10 0' stroke='black'/></svg>");

    assertEquals(10, length(sketch), 0.01);
  }

  private void assertPoints(String element, double... xy) throws Exception {
    List<Point> points = read(element).strokes().getFirst().points();
    assertEquals(xy.length / 2, points.size(), points::toString);
    for (int i = 0; i < points.size(); i++) {
      assertEquals(xy[2 * i], points.get(i).x(), 1e-4);
      assertEquals(xy[2 * i + 1], points.get(i).y(), 1e-4);
    }
  }

  private Sketch read(String element) throws IOException, SketchException {
    return readWhole(
        "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>"
            + "<g fill='none' stroke='black'>"
            + element
            + "</g></svg>");
  }

  private Sketch readWhole(String svg) throws IOException, SketchException {
    return SketchReader.read(Files.writeString(folder.resolve("a.svg"), svg));
  }

  private static double length(Sketch sketch) {
    double length = 0;
    for (Stroke stroke : sketch.strokes()) {
      for (int i = 1; i < stroke.points().size(); i++) {
        Point a = stroke.points().get(i - 1);
        Point b = stroke.points().get(i);
        length += Math.hypot(b.x() - a.x(), b.y() - a.y());
      }
    }
    return length;
  }
}
