package patchlight.gallery;

import java.time.Duration;
import java.util.List;

/**
 * What one indexing run did.
 *
 * @param added photos encoded, new or changed
 * @param unchanged photos left as they were
 * @param moved photos known again by their content under another path, and not encoded again
 * @param removed photos whose files are gone
 * @param unreadable files that are no photos this program can read
 * @param took the whole run
 * @param cancelled whether it was stopped before the end; a further run goes on from there
 */
public record IndexReport(
    int added,
    int unchanged,
    int moved,
    int removed,
    List<Unreadable> unreadable,
    Duration took,
    boolean cancelled) {
  public IndexReport {
    unreadable = List.copyOf(unreadable);
  }
}
