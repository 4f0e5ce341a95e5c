package patchlight.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.network.Bundles;

/** Models of other people on the command line, and the whole program with one of other sizes. */
class ModelsCommandTest {
  @TempDir Path home;

  @BeforeEach
  void useAHomeOfItsOwn() {
    System.setProperty("patchlight.home", home.resolve("user").toString());
  }

  @AfterEach
  void forgetTheHome() {
    System.clearProperty("patchlight.home");
  }

  @Test
  void addedModelIsListedAndRemovedOneIsNot() {
    CommandLineRun added = CommandLineRun.of("models", "add", Bundles.smallFolder());
    assertEquals(0, added.exitCode(), added.err());
    assertTrue(added.out().contains("--model small-7"), added.out());

    assertTrue(list().matches("(?s)name .*\\Rshipped .*\\Rsmall-7 +small .*"), list());

    assertEquals(0, CommandLineRun.of("models", "remove", "small-7").exitCode());
    assertFalse(list().contains("small-7"), list());
  }

  @Test
  void brokenModelIsListedWithItsReason() throws IOException {
    CommandLineRun.of("models", "add", Bundles.smallFolder());
    Path installed = home.resolve("user/data/models/small-7");
    Bundles.edit(installed, manifest -> manifest.remove("grid"));

    CommandLineRun run = CommandLineRun.of("models");

    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("small-7: manifest.json in"), run.out());
    assertTrue(run.out().contains("lacks the field grid"), run.out());
  }

  @Test
  void modelsAreListedAsJson() throws IOException {
    CommandLineRun.of("models", "add", Bundles.smallFolder());
    Files.createDirectories(home.resolve("user/data/models/empty"));

    JsonNode rows = new ObjectMapper().readTree(CommandLineRun.of("models", "--json").out());

    assertEquals("shipped", rows.get(0).get("name").asText());
    assertFalse(rows.get(1).get("usable").asBoolean());
    assertTrue(rows.get(1).get("obstacle").asText().startsWith("manifest.json is missing"));
    assertEquals(24, rows.get(2).get("retrievalDim").asInt());
    assertEquals("CC0", rows.get(2).get("license").asText());
  }

  @Test
  void refusedModelSaysWhyAndExitsWithOne() throws IOException {
    Path broken = Bundles.copyOfSmall(home.resolve("broken"));
    Bundles.edit(broken, manifest -> manifest.put("retrievalDim", 25));

    CommandLineRun run = CommandLineRun.of("models", "add", broken);

    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("must be float32 B × 25, but is float32 B × 24"), run.err());
    assertFalse(list().contains("small"), list());
  }

  @Test
  void unknownModelIsAnsweredWithTheInstalledOnes() throws IOException {
    Path sketch = paint(home.resolve("sketch.png"), Color.WHITE);

    CommandLineRun run = CommandLineRun.of("search", sketch, "--model", "large");

    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("There is no model large. Installed are: shipped."), run.err());
  }

  @Test
  void modelOfOtherSizesWorksThroughout() throws IOException {
    Path sketch = paint(home.resolve("sketches/disc/1.png"), Color.WHITE);
    Path photos = home.resolve("photos");
    paint(photos.resolve("disc/1.png"), Color.ORANGE);
    paint(photos.resolve("disc/2.png"), Color.CYAN);
    Path model = Bundles.smallFolder();
    CommandLineRun.of("models", "add", model);

    succeed("index", photos, "--model", "small-7");
    String found = succeed("search", sketch, "--model", "small-7", "--json");
    assertEquals(2, new ObjectMapper().readTree(found).size());

    Path picture = home.resolve("why.png");
    String why =
        succeed(
            "explain",
            sketch,
            photos.resolve("disc/1.png"),
            "--model",
            model,
            "--out",
            picture,
            "--json");
    assertEquals(6, new ObjectMapper().readTree(why).get("grid").asInt());
    assertTrue(Files.exists(picture));

    succeed(
        "evaluate", "--sketches", home.resolve("sketches"), "--photos", photos, "--model", model);
  }

  @Test
  void eachModelHasAnIndexOfItsOwn() throws IOException {
    Path sketch = paint(home.resolve("sketch.png"), Color.WHITE);
    Path photos = home.resolve("photos");
    paint(photos.resolve("disc/1.png"), Color.ORANGE);
    succeed("models", "add", Bundles.smallFolder());
    succeed("index", photos);

    assertEquals(1, CommandLineRun.of("search", sketch, "--model", "small-7").exitCode());
    succeed("index", photos, "--model", "small-7");
    succeed("search", sketch, "--model", "small-7");
    succeed("search", sketch);

    Path indexes = home.resolve("user/data/galleries");
    assertEquals(1, indexes.toFile().list().length);
    succeed("models", "remove", "small-7");
    assertEquals(0, indexes.toFile().list().length);
    succeed("search", sketch);
  }

  private static String list() {
    return CommandLineRun.of("models").out();
  }

  private static String succeed(Object... words) {
    CommandLineRun run = CommandLineRun.of(words);
    assertEquals(0, run.exitCode(), run.err());
    return run.out();
  }

  /** A ring before a background. */
  private static Path paint(Path file, Color background) throws IOException {
    BufferedImage image = new BufferedImage(120, 100, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(background);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.setColor(Color.BLACK);
    g.drawOval(30, 20, 60, 60);
    g.dispose();
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
