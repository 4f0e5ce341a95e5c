package patchlight.ui.sketch;

/** What the pointer does on the paper. */
public enum SketchTool {
  /** Draws a stroke. */
  PEN,
  /** Takes whole strokes away that it touches. */
  ERASER
}
