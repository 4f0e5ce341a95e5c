package patchlight.ui.gallery;

/**
 * How far a running indexing is.
 *
 * @param done photos looked at
 * @param total photos found; 0 while they are being counted
 */
public record IndexingStep(int done, int total) {
  /** Share done in [0, 1]; negative while unknown, as a progress bar wants it. */
  double share() {
    return total == 0 ? -1 : (double) done / total;
  }
}
