package patchlight.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import patchlight.gallery.Unreadable;
import patchlight.sketch.InkImage;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchException;
import patchlight.sketch.SketchRasterizer;
import patchlight.sketch.SketchReader;

/**
 * Sketches of known category: a category is an ndjson(.gz) file of drawings, a sub-folder of sketch
 * files, or both.
 *
 * @param files the files of each category, by name
 */
public record LabelledSketches(SortedMap<String, List<Path>> files) {
  private static final String DRAWINGS = "\\.ndjson(\\.gz)?$";

  /**
   * Finds the sketches in a folder; none is opened yet.
   *
   * @throws SketchException if the folder cannot be read or holds no category
   */
  public static LabelledSketches read(Path folder) throws SketchException {
    SortedMap<String, List<Path>> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isDirectory(entry)) {
          files.computeIfAbsent(name(entry), category -> new ArrayList<>()).addAll(list(entry));
        } else if (isDrawings(entry)) {
          files
              .computeIfAbsent(
                  name(entry).replaceFirst(DRAWINGS, ""), category -> new ArrayList<>())
              .add(entry);
        }
      }
    } catch (IOException e) {
      throw new SketchException("evaluation.sketchesUnreadable", folder, e);
    }
    if (files.isEmpty()) {
      throw new SketchException("evaluation.noSketches", folder);
    }
    return new LabelledSketches(files);
  }

  /**
   * Reads the sketches of one category.
   *
   * @param category a key of {@link #files}
   * @param limit at most this many
   * @param side of the ink
   * @param unreadable told of each file that is no sketch
   * @return the ink of each in file order; may be blank
   */
  public List<InkImage> inks(
      String category, int limit, int side, Consumer<Unreadable> unreadable) {
    SketchRasterizer rasterizer = new SketchRasterizer(side);
    List<InkImage> inks = new ArrayList<>();
    for (Path file : files.getOrDefault(category, List.of())) {
      int wanted = limit - inks.size();
      if (wanted <= 0) {
        break;
      }
      try {
        if (isDrawings(file)) {
          for (Sketch sketch : SketchReader.readAll(file, wanted)) {
            inks.add(rasterizer.rasterize(sketch));
          }
        } else {
          inks.add(SketchReader.readInk(file, side));
        }
      } catch (SketchException e) {
        unreadable.accept(new Unreadable(file, String.valueOf(e.getMessage())));
      }
    }
    return inks;
  }

  private static List<Path> list(Path category) throws IOException {
    try (Stream<Path> entries = Files.list(category)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isDrawings(Path file) {
    return name(file).matches(".*" + DRAWINGS);
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
