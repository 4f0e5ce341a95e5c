package patchlight.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command through the shipped network, on photos painted here. */
class CommandsTest {
  private static final Set<String> FIGURES =
      Set.of("mapAll", "mapAllVoc", "p1", "p10", "p100", "map200", "map200Voc", "p200");

  @TempDir static Path home;

  private static Path photos;
  private static Path gallery;
  private static Path sketch;

  @BeforeAll
  static void paintPhotosAndIndexThem() throws IOException {
    System.setProperty("patchlight.home", home.resolve("user").toString());
    photos = home.resolve("photos");
    gallery = home.resolve("gallery");
    for (int i = 0; i < 3; i++) {
      paint(photos.resolve("disc/" + i + ".png"), new Color(0x30 * i, 0x70, 0xA0), true);
      paint(photos.resolve("cross/" + i + ".jpg"), new Color(0xA0, 0x30 * i, 0x40), false);
    }
    sketch = home.resolve("sketch.png");
    paint(sketch, Color.WHITE, true);
    assertEquals(0, CommandLineRun.of("index", photos, "--gallery", gallery).exitCode());
  }

  @AfterAll
  static void forgetTheHome() {
    System.clearProperty("patchlight.home");
  }

  @Test
  void indexingAgainTouchesNothing() {
    CommandLineRun again = CommandLineRun.of("index", photos, "--gallery", gallery);
    assertEquals(0, again.exitCode());
    assertTrue(again.out().matches("(?s).*added +0\\R.*unchanged +6\\R.*"), again.out());
  }

  @Test
  void indexingAFolderThatIsNotThereFails() {
    Path gone = home.resolve("gone");
    CommandLineRun run = CommandLineRun.of("index", gone, "--gallery", home.resolve("empty"));
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains(gone.toString()), run.out());
  }

  @Test
  void unreadablePhotosAreListedWithTheirReason(@TempDir Path mixed) throws IOException {
    Files.write(mixed.resolve("empty.jpg"), new byte[0]);
    paint(mixed.resolve("good.png"), Color.PINK, true);
    CommandLineRun run = CommandLineRun.of("index", mixed, "--gallery", mixed.resolve("index"));
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("empty.jpg: "), run.out());
    assertTrue(run.out().matches("(?s).*added +1\\R.*"), run.out());
  }

  @Test
  void searchPrintsRankedPhotosAsJson() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("search", sketch, "--gallery", gallery, "--top", 4, "--json");
    assertEquals(0, run.exitCode(), run.err());
    JsonNode rows = new ObjectMapper().readTree(run.out());
    assertEquals(4, rows.size());
    double before = 1;
    for (int i = 0; i < 4; i++) {
      JsonNode row = rows.get(i);
      assertEquals(Set.of("rank", "path", "category", "similarity", "relationScore"), names(row));
      assertEquals(i + 1, row.get("rank").intValue());
      assertTrue(Files.exists(Path.of(row.get("path").textValue())));
      assertTrue(Set.of("disc", "cross").contains(row.get("category").textValue()));
      assertTrue(row.get("similarity").doubleValue() <= before);
      before = row.get("similarity").doubleValue();
    }
  }

  @Test
  void searchPrintsATableForPeople() {
    CommandLineRun run = CommandLineRun.of("search", sketch, "--gallery", gallery, "--top", 2);
    assertEquals(0, run.exitCode());
    assertEquals(3, run.out().lines().count());
    assertTrue(run.out().startsWith("rank  similarity  relation  photo"), run.out());
  }

  @Test
  void anEmptyGallerySaysHowToFillIt() {
    CommandLineRun run = CommandLineRun.of("search", sketch, "--gallery", home.resolve("nothing"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("patchlight index"), run.err());
  }

  @Test
  void aBlankSketchFindsNothingAndSaysSo() throws IOException {
    Path blank = home.resolve("blank.png");
    ImageIO.write(image(Color.WHITE), "png", blank.toFile());
    CommandLineRun run = CommandLineRun.of("search", blank, "--gallery", gallery, "--json");
    assertEquals(0, run.exitCode());
    assertEquals(0, new ObjectMapper().readTree(run.out()).size());
    assertTrue(run.err().contains("no ink"), run.err());
    Path picture = home.resolve("never.png");
    CommandLineRun explain =
        CommandLineRun.of("explain", blank, photos.resolve("disc/0.png"), "--out", picture);
    assertEquals(1, explain.exitCode());
    assertFalse(Files.exists(picture));
  }

  @Test
  void aBlankSketchPrintsNoEmptyTable() throws IOException {
    Path blank = home.resolve("white.png");
    ImageIO.write(image(Color.WHITE), "png", blank.toFile());

    assertEquals("", CommandLineRun.of("search", blank, "--gallery", gallery).out());
  }

  @Test
  void aPhotoThatCannotBeExplainedIsNamed() throws IOException {
    Path damaged = Files.write(home.resolve("damaged.jpg"), new byte[] {1, 2, 3});

    CommandLineRun run =
        CommandLineRun.of("explain", sketch, damaged, "--out", home.resolve("never.png"));

    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("damaged.jpg"), run.err());
  }

  @Test
  void anExplanationOfAnotherKindThanPngSvgOrHtmlIsRefused() {
    Path picture = home.resolve("why.jpg");

    CommandLineRun run =
        CommandLineRun.of("explain", sketch, photos.resolve("disc/0.png"), "--out", picture);

    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains(".png"), run.err());
    assertFalse(Files.exists(picture));
  }

  @Test
  void aMissingSketchIsNamed() {
    CommandLineRun run = CommandLineRun.of("search", home.resolve("gone.png"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("gone.png"), run.err());
  }

  @Test
  void explainWritesAPictureAndListsCorrespondences() throws IOException {
    Path picture = home.resolve("new folder/why.png");
    CommandLineRun run =
        CommandLineRun.of(
            "explain", sketch, photos.resolve("disc/1.png"), "--out", picture, "--json");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(ImageIO.read(picture.toFile()).getWidth() >= 900);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertFalse(json.has("ranks"), "no gallery was named");
    int grid = json.get("grid").intValue();
    assertFalse(json.get("correspondences").isEmpty());
    for (JsonNode pair : json.get("correspondences")) {
      JsonNode place = pair.get("photo");
      assertEquals(
          place.get("patch").intValue(),
          place.get("row").intValue() * grid + place.get("column").intValue());
      double strength = pair.get("strength").doubleValue();
      assertTrue(strength > 0 && strength <= 1);
    }
  }

  @Test
  void aPictureThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    CommandLineRun run =
        CommandLineRun.of(
            "explain", sketch, photos.resolve("disc/1.png"), "--out", file.resolve("why.png"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("why.png"), run.err());
  }

  @Test
  void evaluatePrintsAllThreeOrdersAsJson() throws IOException {
    Path sketches = home.resolve("sketches");
    paint(sketches.resolve("disc/a.png"), Color.WHITE, true);
    paint(sketches.resolve("disc/b.png"), Color.WHITE, true);
    paint(sketches.resolve("unknown/a.png"), Color.WHITE, false);
    CommandLineRun run =
        CommandLineRun.of("evaluate", "--sketches", sketches, "--photos", photos, "--json");
    assertEquals(0, run.exitCode(), run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals(
        Set.of(
            "sketchAlone",
            "knn",
            "relation",
            "sketches",
            "photos",
            "photosPerSecond",
            "millisPerQuery"),
        names(json));
    assertEquals(FIGURES, names(json.get("sketchAlone")));
    assertEquals(FIGURES, names(json.get("knn")));
    assertEquals(FIGURES, names(json.get("relation")));
    assertEquals(2, json.get("sketches").intValue());
    assertEquals(6, json.get("photos").intValue());
  }

  @Test
  void evaluatingFoldersWithNothingInCommonFails() throws IOException {
    Path sketches = home.resolve("other sketches");
    paint(sketches.resolve("star/a.png"), Color.WHITE, true);
    CommandLineRun run = CommandLineRun.of("evaluate", "--sketches", sketches, "--photos", photos);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("category"), run.err());
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A disc or a cross, outlined in black, before a background. */
  private static void paint(Path file, Color background, boolean disc) throws IOException {
    BufferedImage image = image(background);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.BLACK);
    g.setStroke(new BasicStroke(6));
    if (disc) {
      g.drawOval(30, 20, 90, 90);
    } else {
      g.drawLine(20, 20, 130, 110);
      g.drawLine(130, 20, 20, 110);
    }
    g.dispose();
    Files.createDirectories(file.getParent());
    String name = file.toString();
    ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
  }

  private static BufferedImage image(Color background) {
    BufferedImage image = new BufferedImage(150, 130, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(background);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.dispose();
    return image;
  }
}
