package patchlight.ui.sketch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.Stroke;

/** The drawing and its history. Coordinates are the paper's own units, see {@link PaperScale}. */
public final class SketchViewModel {
  private final LongSupplier millis;
  private final ReadOnlyObjectWrapper<Sketch> sketch = new ReadOnlyObjectWrapper<>(Sketch.BLANK);
  private final ObjectProperty<SketchTool> tool = new SimpleObjectProperty<>(SketchTool.PEN);
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final Deque<Sketch> past = new ArrayDeque<>();
  private final Deque<Sketch> future = new ArrayDeque<>();

  private final List<Point> drawing = new ArrayList<>();
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper(true);
  private Sketch beforeErasing = Sketch.BLANK;
  private boolean erasing;
  private long begunAt;

  /**
   * A blank sheet.
   *
   * @param millis a clock, for the time of each point
   */
  public SketchViewModel(LongSupplier millis) {
    this.millis = millis;
  }

  /** The finished strokes. */
  public ReadOnlyObjectProperty<Sketch> sketchProperty() {
    return sketch.getReadOnlyProperty();
  }

  /** The finished strokes and the one under the pen. */
  public Sketch live() {
    return drawing.isEmpty() ? sketch.get() : sketch.get().with(new Stroke(drawing));
  }

  /**
   * Counts the changes of {@link #live}, with every point too. The live sketch is built only when
   * asked for, so that listening costs a pointer event nothing.
   */
  public ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** Whether there is neither a stroke nor one under the pen. */
  public ReadOnlyBooleanProperty blankProperty() {
    return blank.getReadOnlyProperty();
  }

  public ObjectProperty<SketchTool> toolProperty() {
    return tool;
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** Puts the pen down and returns the stroke's first point. */
  public Point begin(double x, double y) {
    finish();
    if (sketch.get().isBlank()) {
      begunAt = millis.getAsLong();
    }
    return extend(x, y);
  }

  /** Moves the pen that is down and returns the point added. */
  public Point extend(double x, double y) {
    Point point = new Point(x, y, Math.max(0, millis.getAsLong() - begunAt));
    drawing.add(point);
    changed();
    return point;
  }

  /** Lifts the pen or the eraser. Without either down, nothing happens. */
  public void finish() {
    if (!drawing.isEmpty()) {
      Stroke stroke = new Stroke(drawing);
      drawing.clear();
      change(sketch.get().with(stroke));
    }
    if (erasing) {
      erasing = false;
      if (!sketch.get().equals(beforeErasing)) {
        past.push(beforeErasing);
        future.clear();
        set(sketch.get());
      }
    }
  }

  /**
   * Takes away every stroke that comes within {@code radius} of the eraser's way from one point to
   * the next. All that one press of the eraser takes comes back in one undo.
   */
  public void erase(double fromX, double fromY, double toX, double toY, double radius) {
    if (!erasing) {
      beforeErasing = sketch.get();
      erasing = true;
    }
    List<Stroke> left =
        sketch.get().strokes().stream()
            .filter(stroke -> !StrokeTouch.touches(stroke, fromX, fromY, toX, toY, radius))
            .toList();
    if (left.size() < sketch.get().strokes().size()) {
      set(new Sketch(left));
    }
  }

  /** Takes everything away; undo brings it back. */
  public void clear() {
    finish();
    if (!sketch.get().isBlank()) {
      change(Sketch.BLANK);
    }
  }

  /** Puts an imported or sample sketch in place of this one, fitted to the paper; undoable. */
  public void replace(Sketch other) {
    finish();
    change(PaperScale.fitted(other));
  }

  /** Shows the sketch of the last session, not undoable, unless somebody has drawn meanwhile. */
  public void restore(Sketch saved) {
    if (blank.get() && past.isEmpty()) {
      set(saved);
    }
  }

  public void undo() {
    finish();
    if (!past.isEmpty()) {
      future.push(sketch.get());
      set(past.pop());
    }
  }

  public void redo() {
    finish();
    if (!future.isEmpty()) {
      past.push(sketch.get());
      set(future.pop());
    }
  }

  private void change(Sketch next) {
    past.push(sketch.get());
    future.clear();
    set(next);
  }

  private void set(Sketch next) {
    sketch.set(next);
    canUndo.set(!past.isEmpty());
    canRedo.set(!future.isEmpty());
    changed();
  }

  private void changed() {
    blank.set(sketch.get().isBlank() && drawing.isEmpty());
    changes.set(changes.get() + 1);
  }
}
