package patchlight.sketch;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of Google's Quick-Draw ndjson: {@code {"drawing": [stroke, ...]}}, a stroke being {@code
 * [[x, ...], [y, ...]]} (simplified) or {@code [[x, ...], [y, ...], [milliseconds, ...]]} (raw).
 * Other fields are passed over.
 */
final class QuickDraw {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QuickDraw() {}

  /** A line that is no drawing, and a short phrase that says why. */
  static final class MalformedLineException extends Exception {
    final String why;

    MalformedLineException(String why) {
      super(why);
      this.why = why;
    }
  }

  static Sketch parse(String line) throws MalformedLineException {
    JsonNode root;
    try {
      root = JSON.readTree(line);
    } catch (JacksonException e) {
      throw new MalformedLineException(e.getOriginalMessage());
    }
    JsonNode drawing = root.path("drawing");
    if (!drawing.isArray()) {
      throw new MalformedLineException("no \"drawing\" list");
    }
    List<Stroke> strokes = new ArrayList<>();
    for (JsonNode stroke : drawing) {
      List<Point> points = points(stroke);
      if (!points.isEmpty()) {
        strokes.add(new Stroke(points));
      }
    }
    return new Sketch(strokes);
  }

  private static List<Point> points(JsonNode stroke) throws MalformedLineException {
    JsonNode xs = stroke.path(0);
    JsonNode ys = stroke.path(1);
    JsonNode times = stroke.path(2);
    if (!xs.isArray() || !ys.isArray() || xs.size() != ys.size()) {
      throw new MalformedLineException("a stroke is not [[x, ...], [y, ...]] of equal length");
    }
    List<Point> points = new ArrayList<>(xs.size());
    for (int i = 0; i < xs.size(); i++) {
      double x = coordinate(xs.get(i));
      double y = coordinate(ys.get(i));
      points.add(new Point(x, y, Math.round(times.path(i).asDouble(0))));
    }
    return points;
  }

  private static double coordinate(JsonNode number) throws MalformedLineException {
    if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
      throw new MalformedLineException("a coordinate is not a number: " + number);
    }
    return number.doubleValue();
  }

  /** The sketch as one raw line, without the line break. */
  static String format(Sketch sketch) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode drawing = root.putArray("drawing");
    for (Stroke stroke : sketch.strokes()) {
      ArrayNode arrays = drawing.addArray();
      ArrayNode xs = arrays.addArray();
      ArrayNode ys = arrays.addArray();
      ArrayNode times = arrays.addArray();
      for (Point point : stroke.points()) {
        xs.add(point.x());
        ys.add(point.y());
        times.add(point.millis());
      }
    }
    return root.toString();
  }
}
