package patchlight.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import patchlight.evaluation.LabelledPhotos.LabelledPhoto;
import patchlight.gallery.GalleryException;

/**
 * Pictures named by a text file, as the benchmarks come with ZSE-SBIR's released code: lines {@code
 * relative/path label}, where the label is the category's number or any word. Two lists belong
 * together where they label alike.
 *
 * @param pictures that are there, in the list's order
 * @param missing files that the list names and that are not there
 */
public record FileList(List<LabelledPhoto> pictures, List<Path> missing) {
  public FileList {
    pictures = List.copyOf(pictures);
    missing = List.copyOf(missing);
  }

  /**
   * Reads a list; no picture is opened yet.
   *
   * @param list the text file, UTF-8; empty lines are passed over
   * @param root folder that its paths begin at
   * @throws GalleryException if the list cannot be read, has a line of another form (which is
   *     named), or none of its files is there
   */
  public static FileList read(Path list, Path root) throws GalleryException {
    List<String> lines;
    try {
      lines = Files.readAllLines(list, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new GalleryException(e, "evaluation.listUnreadable", list);
    }
    List<LabelledPhoto> pictures = new ArrayList<>();
    List<Path> missing = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        LabelledPhoto picture = picture(line, list, i + 1, root);
        if (Files.isRegularFile(picture.path())) {
          pictures.add(picture);
        } else {
          missing.add(picture.path());
        }
      }
    }
    if (pictures.isEmpty()) {
      throw new GalleryException("evaluation.nothingListed", list, root);
    }
    return new FileList(pictures, missing);
  }

  public LabelledPhotos photos() {
    return new LabelledPhotos(pictures);
  }

  public LabelledSketches sketches() {
    SortedMap<String, List<Path>> files = new TreeMap<>();
    for (LabelledPhoto picture : pictures) {
      files.computeIfAbsent(picture.category(), category -> new ArrayList<>()).add(picture.path());
    }
    return new LabelledSketches(files);
  }

  private static LabelledPhoto picture(String line, Path list, int number, Path root)
      throws GalleryException {
    // Paths may hold spaces, labels may not.
    String label = line.replaceFirst(".*\\s", "");
    String path = line.substring(0, line.length() - label.length()).strip();
    if (path.isEmpty()) {
      throw new GalleryException("evaluation.badLine", list, number, line);
    }
    try {
      return new LabelledPhoto(label, root.resolve(path));
    } catch (InvalidPathException e) {
      throw new GalleryException(e, "evaluation.badLine", list, number, line);
    }
  }
}
