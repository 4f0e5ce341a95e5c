package patchlight.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;

/** A few photos of a gallery to look at before anything is drawn: some of each folder in turn. */
final class GalleryGlimpse {
  /** Files looked at in each root; a huge gallery must not be walked to its end for a glimpse. */
  private static final int LOOKED_AT = 1500;

  private GalleryGlimpse() {}

  /** At most so many indexed photos. */
  static List<Path> of(Gallery gallery, int most) throws GalleryException {
    Map<@Nullable Path, Deque<Path>> byFolder = new LinkedHashMap<>();
    for (Path root : gallery.roots()) {
      for (Path file : files(root)) {
        if (gallery.find(file).isPresent()) {
          byFolder.computeIfAbsent(file.getParent(), folder -> new ArrayDeque<>()).add(file);
        }
      }
    }
    List<Path> glimpse = new ArrayList<>();
    boolean more = true;
    while (more && glimpse.size() < most) {
      more = false;
      for (Deque<Path> folder : byFolder.values()) {
        if (!folder.isEmpty() && glimpse.size() < most) {
          glimpse.add(folder.poll());
          more = true;
        }
      }
    }
    return glimpse;
  }

  private static List<Path> files(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).limit(LOOKED_AT).sorted().toList();
    } catch (IOException | UncheckedIOException unreadable) {
      // A folder that is gone or closed to us has no glimpse; its indexing says why.
      return List.of();
    }
  }
}
