package patchlight.ui.ranking;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import patchlight.retrieval.RankedPhoto;

/**
 * One card of the grid.
 *
 * @param path of the photo
 * @param ranked its place in the ranking; null while nothing is drawn and the gallery is shown
 */
record RankingEntry(Path path, @Nullable RankedPhoto ranked) {
  String name() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
