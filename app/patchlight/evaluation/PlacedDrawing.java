package patchlight.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import patchlight.gallery.GalleryException;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchException;
import patchlight.sketch.SketchReader;

/**
 * A drawing of an object that knows which place of the object each of its points is.
 *
 * @param sketch the drawing
 * @param places one for each point, stroke after stroke
 */
record PlacedDrawing(Sketch sketch, List<Place> places) {
  private static final JsonMapper JSON = new JsonMapper();

  PlacedDrawing {
    places = List.copyOf(places);
    if (places.size() != points(sketch).size()) {
      throw new IllegalArgumentException(
          places.size() + " places are not one for each of " + points(sketch).size() + " points");
    }
  }

  /**
   * Reads a drawing: one Quick-Draw line with a field {@code places}, for each stroke the
   * coordinates {@code [[x, ...], [y, ...], [z, ...]]} of its points.
   *
   * @throws SketchException if the file cannot be read as a drawing
   * @throws GalleryException if there is not one place for each point
   */
  static PlacedDrawing read(Path ndjson) throws SketchException, GalleryException {
    Sketch sketch = SketchReader.readAll(ndjson, 1).getFirst();
    try {
      return new PlacedDrawing(sketch, places(ndjson));
    } catch (IOException | IllegalArgumentException e) {
      throw new GalleryException(e, "evaluation.noPlaces", ndjson);
    }
  }

  /** All points, stroke after stroke. */
  List<Point> points() {
    return points(sketch);
  }

  private static List<Point> points(Sketch sketch) {
    return sketch.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
  }

  private static List<Place> places(Path ndjson) throws IOException {
    List<Place> places = new ArrayList<>();
    String lines = Files.readString(ndjson, StandardCharsets.UTF_8);
    for (JsonNode stroke : JSON.readTree(lines).path("places")) {
      for (int i = 0; i < stroke.path(0).size(); i++) {
        places.add(
            new Place(
                coordinate(stroke, 0, i), coordinate(stroke, 1, i), coordinate(stroke, 2, i)));
      }
    }
    return places;
  }

  private static double coordinate(JsonNode stroke, int axis, int point) {
    JsonNode number = stroke.path(axis).path(point);
    if (!number.isNumber()) {
      throw new IllegalArgumentException("A place needs three numbers, not " + number);
    }
    return number.doubleValue();
  }
}
