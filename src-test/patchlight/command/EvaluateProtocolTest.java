package patchlight.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol through the shipped network, on discs and bars painted here. */
class EvaluateProtocolTest {
  private static final Set<String> FIGURES =
      Set.of("mapAll", "mapAllVoc", "p1", "p10", "p100", "map200", "p200", "map200Voc");

  @TempDir static Path home;

  @BeforeAll
  static void paintSketchesAndPhotos() throws IOException {
    System.setProperty("patchlight.home", home.resolve("user").toString());
    for (String kind : new String[] {"disc", "bar"}) {
      for (int i = 0; i < 3; i++) {
        paint("photos/" + kind + "/" + i + ".png", new Color(0x50 * i, 0x90, 0xC0), kind);
      }
      paint("sketches/" + kind + "/a.png", Color.WHITE, kind);
    }
    paint("sketches/bar/blank.png", Color.WHITE, "nothing");
    Files.writeString(
        home.resolve("sketches.txt"),
        "sketches/disc/a.png 0\nsketches/bar/a.png 1\nsketches/bar/blank.png 1\n");
    Files.writeString(
        home.resolve("photos.txt"),
        "photos/bar/0.png 1\nphotos/disc/0.png 0\nphotos/bar/1.png 1\nphotos/gone.png 0\n");
  }

  @AfterAll
  static void forgetTheHome() {
    System.clearProperty("patchlight.home");
  }

  @Test
  void foldersAreRankedByRelationScoreToo() throws IOException {
    JsonNode json = folders("--retrieval", "rn");
    assertEquals("zse", json.get("protocol").textValue());
    assertEquals("rn", json.get("retrieval").textValue());
    for (String order : new String[] {"ret", "program", "rn"}) {
      assertEquals(FIGURES, names(json.get(order)), order);
    }
    assertEquals(Set.of("sketch", "photo", "retPair", "rnPair"), names(json.get("secondsEach")));
    assertEquals(6, json.get("photos").intValue());
  }

  @Test
  void withoutRelationScoresNoneAreTold() throws IOException {
    assertEquals(
        Set.of(
            "protocol",
            "retrieval",
            "ret",
            "program",
            "categories",
            "sketches",
            "photos",
            "unreadable",
            "secondsEach"),
        names(folders()));
  }

  @Test
  void blankSketchesAreQueriesToo() throws IOException {
    assertEquals(3, folders().get("sketches").intValue());
  }

  @Test
  void theFirstOfEachCategoryCanBeMeasuredAlone() throws IOException {
    JsonNode json = folders("--limit-photos", "1", "--limit-sketches", "1");
    assertEquals(2, json.get("photos").intValue());
    assertEquals(2, json.get("sketches").intValue());
  }

  @Test
  void listedFilesAreMeasuredAndMissingOnesNamed() throws IOException {
    CommandLineRun run = evaluate("--protocol", "zse", "--json");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("gone.png"), run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals(3, json.get("photos").intValue());
    assertEquals(2, json.get("categories").intValue());
  }

  @Test
  void listsServeThePlainEvaluationToo() throws IOException {
    CommandLineRun run = evaluate("--json");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(2, new ObjectMapper().readTree(run.out()).get("sketches").intValue());
  }

  @Test
  void theTableNamesEachFormula() {
    CommandLineRun run = evaluate("--protocol", "zse", "--retrieval", "rn");
    assertTrue(
        run.out().lines().findFirst().orElse("").matches("figure +ret +program +rn"), run.out());
    assertTrue(run.out().contains("mAP@200 (VOC)"), run.out());
  }

  private static CommandLineRun evaluate(String... more) {
    return run(
        new Object[] {
          "evaluate",
          "--sketch-list",
          home.resolve("sketches.txt"),
          "--photo-list",
          home.resolve("photos.txt"),
          "--root",
          home
        },
        more);
  }

  private static JsonNode folders(String... more) throws IOException {
    CommandLineRun run =
        run(
            new Object[] {
              "evaluate",
              "--sketches",
              home.resolve("sketches"),
              "--photos",
              home.resolve("photos"),
              "--protocol",
              "zse",
              "--json"
            },
            more);
    assertEquals(0, run.exitCode(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  private static CommandLineRun run(Object[] words, String... more) {
    Object[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return CommandLineRun.of(all);
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }

  private static void paint(String name, Color background, String kind) throws IOException {
    BufferedImage image = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(background);
    g.fillRect(0, 0, 120, 120);
    g.setColor(Color.BLACK);
    g.setStroke(new BasicStroke(6));
    if (kind.equals("disc")) {
      g.drawOval(20, 20, 80, 80);
    } else if (kind.equals("bar")) {
      g.drawLine(20, 100, 100, 20);
    }
    g.dispose();
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
