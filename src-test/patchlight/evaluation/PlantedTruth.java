package patchlight.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A folder with truth. Its one drawing fills a picture of 56 pixels a side as it is, and has a
 * stroke in each corner patch of 4×4: the places of the upper left and the lower right corner are
 * on the photo, in patch 5 and patch 10; that of the upper right isn't seen, and of the lower left
 * only what lies too far from it.
 */
public final class PlantedTruth {
  private static final int SIDE = 8;

  private static final String DRAWING =
      """
      {"drawing": [[[3, 10], [3, 3]], [[45, 53], [3, 3]], [[3, 10], [45, 45]], [[45, 53], [45, 53]]],\
       "places": [[[0, 0], [0, 0], [0, 0]], [[99, 99], [99, 99], [99, 99]],\
       [[0, 0], [200, 200], [0, 0]], [[200, 200], [0, 0], [0, 0]]]}
      """;

  private final Path folder;
  private final List<String> drawings = new ArrayList<>();

  public PlantedTruth(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("truth"));
    ImageIO.write(
        new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("photo.png").toFile());
    BufferedImage places = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    places.setRGB(2, 3, 0xff_0c_00_00); // 12 from the upper left corner's place: just near enough
    places.setRGB(5, 4, 0xff_c8_00_00);
    places.setRGB(0, 7, 0xff_00_d5_00); // 13 from the lower left corner's
    places.setRGB(6, 1, 0x80_63_63_63); // not opaque: not the object
    ImageIO.write(places, "png", folder.resolve("truth/photo.png").toFile());
  }

  /** Adds the drawing to a category, {@code view} being "same" or "other". */
  public PlantedTruth draw(String category, String view) throws IOException {
    return draw(category, view, DRAWING);
  }

  /** Adds a drawing of another text. */
  PlantedTruth draw(String category, String view, String text) throws IOException {
    String file = "truth/" + drawings.size() + ".ndjson";
    Files.writeString(folder.resolve(file), text);
    drawings.add(
        """
        {"file": "%s", "photo": "photo.png", "category": "%s", "view": "%s"}\
        """
            .formatted(file, category, view));
    return this;
  }

  /** The drawing three times as large and somewhere else. */
  static String larger() {
    return DRAWING
        .replace("[[3, 10], [3, 3]]", "[[109, 130], [59, 59]]")
        .replace("[[45, 53], [3, 3]]", "[[235, 259], [59, 59]]")
        .replace("[[3, 10], [45, 45]]", "[[109, 130], [185, 185]]")
        .replace("[[45, 53], [45, 53]]", "[[235, 259], [185, 209]]");
  }

  /** The drawing with a place missing. */
  static String withoutAPlace() {
    return DRAWING.replace("[[0, 0], [0, 0], [0, 0]]", "[[0], [0], [0]]");
  }

  /** Writes the list of what there is. */
  public Path write() throws IOException {
    Files.writeString(
        folder.resolve("truth/manifest.json"),
        """
        {"side": %d, "photos": [{"file": "photo.png", "truth": "truth/photo.png"}],
         "drawings": [%s]}
        """
            .formatted(SIDE, String.join(",", drawings)));
    return folder;
  }
}
