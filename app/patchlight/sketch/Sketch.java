package patchlight.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing: its strokes in the order they were drawn. Blank is a state like any other.
 *
 * @param strokes oldest first
 */
public record Sketch(List<Stroke> strokes) {
  public static final Sketch BLANK = new Sketch(List.of());

  public Sketch {
    strokes = List.copyOf(strokes);
  }

  public boolean isBlank() {
    return strokes.isEmpty();
  }

  /** This sketch with one more stroke on top. */
  public Sketch with(Stroke stroke) {
    List<Stroke> more = new ArrayList<>(strokes);
    more.add(stroke);
    return new Sketch(more);
  }

  /** This sketch without the stroke at {@code index}. */
  public Sketch without(int index) {
    List<Stroke> fewer = new ArrayList<>(strokes);
    fewer.remove(index);
    return new Sketch(fewer);
  }
}
