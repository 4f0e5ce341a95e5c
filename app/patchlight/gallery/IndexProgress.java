package patchlight.gallery;

import java.nio.file.Path;

/**
 * Told after each photo, on the indexing thread: must be quick, and thin out what it shows itself.
 */
@FunctionalInterface
public interface IndexProgress {
  /**
   * One more photo was looked at.
   *
   * @param done photos looked at so far
   * @param total photos found in the folders
   * @param current the last one looked at
   * @return false to stop; what was indexed so far is kept
   */
  boolean update(int done, int total, Path current);
}
