package patchlight.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.network.Bundles;

/** What explain tells beside the matches, through the small network. */
class ExplainCommandTest {
  @TempDir static Path home;

  private static Path sketch;
  private static Path gallery;

  @BeforeAll
  static void drawAndIndex() throws IOException {
    System.setProperty("patchlight.home", home.resolve("user").toString());
    sketch = home.resolve("sketch.ndjson");
    Files.writeString(
        sketch,
        """
        {"drawing": [[[0, 60], [0, 60]], [[60, 0], [0, 60]], [[30, 30], [0, 60]]]}
        """);
    for (int i = 0; i < 4; i++) {
      paint(home.resolve("photos/" + i + ".png"), new Color(0x30 * i, 0x80, 0xff - 0x30 * i));
    }
    gallery = home.resolve("gallery");
    CommandLineRun index =
        CommandLineRun.of(
            "index",
            home.resolve("photos"),
            "--gallery",
            gallery,
            "--model",
            Bundles.smallFolder());
    assertEquals(0, index.exitCode(), index.err());
  }

  @AfterAll
  static void forgetTheHome() {
    System.clearProperty("patchlight.home");
  }

  @Test
  void theCurvesBeginAtTheWholeMatch() throws IOException {
    JsonNode json = json(photo(0));
    JsonNode first = json.at("/faithfulness/deletion/0");
    assertEquals(0, first.get("share").doubleValue());
    assertEquals(json.get("similarity").doubleValue(), first.get("guided").doubleValue(), 1e-5);
  }

  @Test
  void everyStrokeIsLeftOutOnce() throws IOException {
    JsonNode strokes = json(photo(0)).get("strokes");
    List<Integer> left = new ArrayList<>();
    strokes.get("without").forEach(row -> left.add(row.get("stroke").intValue()));
    assertEquals(List.of(0, 1, 2), left.stream().sorted().toList());
    assertFalse(strokes.has("rank"), "no gallery was named");
  }

  @Test
  void aPhotoIsComparedWithAnother() throws IOException {
    JsonNode json = json(photo(0), "--against", photo(0));
    assertTrue(json.at("/against/photo").textValue().endsWith("0.png"));
    assertTrue(json.at("/against/onlyInOther").isEmpty(), "a photo lacks nothing against itself");
  }

  @Test
  void aGalleryThatHoldsThePhotoTellsTheRankThatASearchFinds() throws IOException {
    JsonNode json = json(photo(2), "--gallery", gallery);
    CommandLineRun search =
        CommandLineRun.of(
            "search", sketch, "--gallery", gallery, "--model", Bundles.smallFolder(), "--json");
    JsonNode found = new ObjectMapper().readTree(search.out());
    int rank = json.at("/ranks/bySimilarity").intValue();
    assertTrue(found.get(rank - 1).get("path").textValue().endsWith("2.png"), json.toString());
    assertEquals(rank, json.at("/strokes/rank").intValue());
    assertEquals(4, json.at("/ranks/photos").intValue());
  }

  @Test
  void aPhotoOutsideTheGalleryIsExplainedWithoutRanks() throws IOException {
    Path outside = home.resolve("outside.png");
    paint(outside, Color.PINK);
    CommandLineRun run = explain(outside, "--gallery", gallery, "--json");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("outside.png"), run.err());
    assertFalse(new ObjectMapper().readTree(run.out()).has("ranks"));
  }

  @Test
  void aPhotoToCompareWithThatCannotBeReadIsNamed() {
    CommandLineRun run = explain(photo(0), "--against", home.resolve("gone.png"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("gone.png"), run.err());
  }

  private static Path photo(int number) {
    return home.resolve("photos/" + number + ".png");
  }

  private static JsonNode json(Path photo, Object... more) throws IOException {
    Object[] words = new Object[more.length + 1];
    System.arraycopy(more, 0, words, 0, more.length);
    words[more.length] = "--json";
    CommandLineRun run = explain(photo, words);
    assertEquals(0, run.exitCode(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  private static CommandLineRun explain(Path photo, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("explain", sketch, photo, "--out", home.resolve("why.html"), "--model"));
    words.add(Bundles.smallFolder());
    words.addAll(List.of(more));
    return CommandLineRun.of(words.toArray());
  }

  private static void paint(Path file, Color color) throws IOException {
    BufferedImage image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setPaint(new GradientPaint(0, 0, color, 80, 60, Color.WHITE));
    g.fillRect(0, 0, 80, 60);
    g.setColor(Color.BLACK);
    g.drawLine(10, 10, 70, 50);
    g.dispose();
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
