package patchlight.gallery;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import patchlight.messages.Messages;

/**
 * What a folder tree holds for a gallery.
 *
 * @param photos files with a photo's suffix, in the order of their paths
 * @param unreadable folders that could not be entered
 */
record PhotoFolder(List<Path> photos, List<Unreadable> unreadable) {
  private static final Set<String> SUFFIXES =
      Set.of("jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "webp", "tif", "tiff");

  /**
   * Looks through a folder and all below it. Hidden files and folders are left out; links are
   * followed, but never in a circle.
   */
  static PhotoFolder list(Path root) {
    List<Path> photos = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Visitor(root, photos, unreadable));
    } catch (IOException e) {
      unreadable.add(unentered(root, e));
    }
    photos.sort(null);
    return new PhotoFolder(photos, unreadable);
  }

  private static Unreadable unentered(Path folder, IOException reason) {
    return new Unreadable(
        folder,
        reason instanceof AccessDeniedException
            ? Messages.text("gallery.folder.denied")
            : Messages.text("gallery.folder.gone"));
  }

  private static boolean hasPhotoSuffix(Path file) {
    String name = file.getFileName().toString();
    return SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> photos;
    private final List<Unreadable> unreadable;

    Visitor(Path root, List<Path> photos, List<Unreadable> unreadable) {
      this.root = root;
      this.photos = photos;
      this.unreadable = unreadable;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      return !folder.equals(root) && Files.isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isRegularFile() && hasPhotoSuffix(file) && !Files.isHidden(file)) {
        photos.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
      if (!(reason instanceof FileSystemLoopException)) {
        unreadable.add(unentered(file, reason));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException reason) {
      if (reason != null) {
        unreadable.add(unentered(folder, reason));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
