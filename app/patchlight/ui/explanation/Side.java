package patchlight.ui.explanation;

/** One of the two pictures that an explanation compares. */
public enum Side {
  SKETCH,
  PHOTO
}
