package patchlight.explanation.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import patchlight.explanation.Explanation;
import patchlight.network.Match;
import patchlight.sketch.InkImage;

/**
 * A match of 2×2 patches: ink in patches 0 and 3; patch 0 looks at photo patch 3, patch 3 at photo
 * patch 0. The title is one that would break a page if it were not escaped.
 */
class ExplanationExportTest {
  private static final String TITLE = "a</title><script>alert(1)</script>\"&'.jpg";
  private static final InkImage INK = new InkImage(2, new float[] {1, 0, 0, 1});

  @TempDir private Path home;

  @Test
  void theEndingChoosesTheFormat() throws IOException {
    export().write(home.resolve("new/a.PNG"));
    export().write(home.resolve("a.svg"));
    export().write(home.resolve("a.html"));
    assertTrue(ImageIO.read(home.resolve("new/a.PNG").toFile()).getWidth() > 1000);
    assertTrue(Files.readString(home.resolve("a.svg")).startsWith("<svg"));
    assertTrue(Files.readString(home.resolve("a.html")).startsWith("<!doctype html>"));
  }

  @Test
  void otherEndingsAreNotWritten() {
    assertTrue(ExplanationExport.writes(Path.of("a.Html")));
    assertFalse(ExplanationExport.writes(Path.of("a.jpg")));
    assertFalse(ExplanationExport.writes(Path.of("png")));
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    IOException failed =
        assertThrows(IOException.class, () -> export().write(file.resolve("why.svg")));
    assertTrue(String.valueOf(failed.getMessage()).contains("why.svg"));
  }

  @Test
  void theSvgHasTextAsTextAndThePhotoWithin() throws Exception {
    Document svg = parsed(export().svg());
    assertEquals("svg", svg.getDocumentElement().getLocalName());
    assertEquals(TITLE, svg.getElementsByTagName("title").item(0).getTextContent());
    List<String> texts = contents(svg, "text");
    assertTrue(texts.contains(TITLE), texts.toString());
    List<String> images = hrefs(svg);
    assertEquals(1, images.stream().filter(href -> href.startsWith("data:image/jpeg")).count());
    assertTrue(images.stream().allMatch(href -> href.startsWith("data:image/")));
  }

  @Test
  void everySectionIsOnTheSheetAndThePage() throws Exception {
    ExplanationExport more = export().and(new Section("More to tell", List.of("One & two.")));
    assertTrue(contents(parsed(more.svg()), "text").contains("One & two."));
    assertTrue(more.html().contains("<h2>More to tell</h2>"));
    assertTrue(more.html().contains("<p>One &amp; two.</p>"));
    assertTrue(more.picture().getHeight() > export().picture().getHeight());
  }

  @Test
  void thePageEscapesWhatItIsGiven() {
    String page = export().html();
    assertFalse(page.contains("<script>alert"));
    assertTrue(
        page.contains("<h1>a&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;&#39;"));
  }

  @Test
  void thePageNeedsNoNetworkAndNoOtherFile() {
    String page = export().html();
    assertTrue(page.contains("default-src 'none'"));
    Matcher references = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page);
    assertTrue(references.find());
    references.reset();
    while (references.find()) {
      assertTrue(references.group(1).startsWith("data:"), references.group(1));
    }
  }

  @Test
  void thePageKnowsWhatEachPatchLooksAt() throws IOException {
    Matcher script =
        Pattern.compile("<script type=\"application/json\" id=\"attention\">(.*?)</script>")
            .matcher(export().html());
    assertTrue(script.find());
    JsonNode told = new JsonMapper().readTree(script.group(1));
    assertEquals(2, told.get("grid").intValue());
    assertEquals("[0,3]", told.get("inked").toString());
    byte[] toPhoto = Base64.getDecoder().decode(told.get("toPhoto").textValue());
    assertEquals(255, toPhoto[3] & 0xff);
    assertEquals(Math.round(255 * 0.1 / 0.7), toPhoto[0] & 0xff);
    assertEquals(255, toPhoto[12] & 0xff);
    byte[] toSketch = Base64.getDecoder().decode(told.get("toSketch").textValue());
    assertEquals(255, toSketch[3] & 0xff);
    assertEquals(0, toSketch[1], "blank paper is not looked at");
  }

  @Test
  void thePageListsThePairs() {
    String page = export().html();
    assertTrue(
        page.contains("<tr><td>row 1, column 1</td><td>row 2, column 2</td><td>0.700</td></tr>"),
        page);
  }

  @Test
  void aPlaceOfATemplateThatNothingFillsIsNamed() {
    IllegalArgumentException failed =
        assertThrows(
            IllegalArgumentException.class,
            () -> Template.shipped("explanation-section.html").filled(Map.of()));
    assertTrue(String.valueOf(failed.getMessage()).contains("{{shape}}"));
  }

  private static ExplanationExport export() {
    float[] there = {
      0.1f, 0.1f, 0.1f, 0.7f, //
      0.25f, 0.25f, 0.25f, 0.25f, //
      0.25f, 0.25f, 0.25f, 0.25f, //
      0.7f, 0.1f, 0.1f, 0.1f
    };
    Explanation explanation = Explanation.of(new Match(0.5f, there, there.clone(), 4), INK);
    BufferedImage photo = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    return ExplanationExport.of(TITLE, "Similarity 0.5", explanation, 12, INK, photo);
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> contents(Document svg, String name) {
    var nodes = svg.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  private static List<String> hrefs(Document svg) {
    var nodes = svg.getElementsByTagName("image");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> ((Element) nodes.item(i)).getAttribute("xlink:href"))
        .toList();
  }
}
