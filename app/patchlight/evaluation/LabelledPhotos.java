package patchlight.evaluation;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import patchlight.gallery.GalleryException;

/**
 * Photos of known category: one sub-folder a category, links followed, or a file list.
 *
 * @param photos by category, then by path, or as listed; also the order among equally similar ones
 */
public record LabelledPhotos(List<LabelledPhoto> photos) {
  private static final Set<String> SUFFIXES =
      Set.of(".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff");

  /**
   * One photo.
   *
   * @param category name of its sub-folder
   * @param path of the file
   */
  public record LabelledPhoto(String category, Path path) {}

  public LabelledPhotos {
    photos = List.copyOf(photos);
  }

  /**
   * Finds the photos in a folder; none is opened yet.
   *
   * @throws GalleryException if the folder cannot be read or no sub-folder holds a photo
   */
  public static LabelledPhotos read(Path folder) throws GalleryException {
    List<LabelledPhoto> photos = new ArrayList<>();
    try {
      for (Path category : subfolders(folder)) {
        for (Path photo : photosBelow(category)) {
          photos.add(new LabelledPhoto(category.getFileName().toString(), photo));
        }
      }
    } catch (IOException e) {
      throw new GalleryException(e, "evaluation.photosUnreadable", folder);
    }
    if (photos.isEmpty()) {
      throw new GalleryException("evaluation.noPhotos", folder);
    }
    return new LabelledPhotos(photos);
  }

  /** The first photos of each category, at most {@code limit}. */
  public LabelledPhotos firstOfEach(int limit) {
    Map<String, Integer> counts = new HashMap<>();
    return new LabelledPhotos(
        photos.stream()
            .filter(photo -> counts.merge(photo.category(), 1, Integer::sum) <= limit)
            .toList());
  }

  /** Sub-folders by name. */
  static List<Path> subfolders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> photosBelow(Path category) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        category,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && looksLikePhoto(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // A broken link or a link to its own parent is no photo.
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().sorted().toList();
  }

  private static boolean looksLikePhoto(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(name::endsWith);
  }
}
