package patchlight.gallery;

import java.nio.file.Path;

/** What a first look at a file found; only a new picture needs the network. */
sealed interface Look {
  Path path();

  /** Indexed before, same size and time. */
  record Unchanged(Path path) implements Look {}

  /**
   * A picture that the index knows from another path.
   *
   * @param entry its tokens under the new path
   * @param oldPath where it was
   * @param moved whether it is no longer there
   */
  record Known(PhotoEntry entry, Path oldPath, boolean moved) implements Look {
    @Override
    public Path path() {
      return entry.photo().path();
    }
  }

  /**
   * A picture to be encoded.
   *
   * @param photo the file
   * @param rgb side × side values 0xRRGGBB
   */
  record New(Photo photo, int[] rgb) implements Look {
    @Override
    public Path path() {
      return photo.path();
    }
  }

  /**
   * A file that is no readable photo.
   *
   * @param row for the report
   * @param stale whether an older entry of the same path no longer tells the truth
   */
  record Refused(Unreadable row, boolean stale) implements Look {
    @Override
    public Path path() {
      return row.path();
    }
  }

  /** A failure that is not the file's: it ends the run. */
  record Broken(Path path, Throwable cause) implements Look {}
}
