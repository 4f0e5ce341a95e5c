package patchlight.explanation.export;

import static patchlight.explanation.export.Template.escaped;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.Rectangle2D;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import patchlight.explanation.Correspondence;
import patchlight.explanation.Explanation;
import patchlight.messages.Messages;

/**
 * An explanation as one page that needs nothing else: figures as SVG within it, and a script that
 * lights what a patch or a stroke looks at when it is pointed at, and blends what can be blended.
 * It works without the script too.
 */
final class HtmlPage {
  private static final JsonMapper JSON = new JsonMapper();

  /** A wider figure needs more than one of the page's columns. */
  private static final int COLUMN = 360;

  private HtmlPage() {}

  /**
   * Writes the page.
   *
   * @param lead one line below the title
   * @param lines at most this many correspondences are listed
   * @param matches the section whose figure can be pointed at
   * @param others all other sections
   */
  static String of(
      String title,
      String lead,
      Explanation explanation,
      int lines,
      Section matches,
      MatchesFigure figure,
      List<Section> others) {
    Map<String, String> places = new HashMap<>();
    places.put("title", escaped(title));
    places.put("lead", escaped(lead));
    places.put("matches.heading", escaped(matches.heading()));
    places.put("matches.figure", SvgDrawing.of(figure, matches.alternative()));
    places.put("matches.hint", text("export.page.hint"));
    places.put("matches.paragraphs", paragraphs(matches.paragraphs()));
    places.put("pairs.summary", text("export.page.pairs"));
    places.put("pairs.sketch", text("export.page.sketchPatch"));
    places.put("pairs.photo", text("export.page.photoPatch"));
    places.put("pairs.strength", text("export.page.strength"));
    places.put("pairs.rows", rows(explanation.strongest(lines), explanation.grid()));
    places.put("sections", others.stream().map(HtmlPage::section).collect(Collectors.joining()));
    places.put("footer", text("export.page.footer"));
    // A "<" in a script element could end it.
    places.put("attention", attention(explanation, figure).toString().replace("<", "\\u003c"));
    return Template.shipped("explanation.html").filled(places);
  }

  private static String section(Section section) {
    return Template.shipped("explanation-section.html")
        .filled(
            Map.of(
                "shape",
                shape(section),
                "heading",
                escaped(section.heading()),
                "figure",
                section.figure().map(figure -> figure.onPage(section.alternative())).orElse(""),
                "paragraphs",
                paragraphs(section.paragraphs())));
  }

  /** The class that the page's style knows a section's shape by. */
  private static String shape(Section section) {
    return section
        .figure()
        .map(figure -> figure.width() > COLUMN ? "broad" : "")
        .orElse("broad text");
  }

  private static String paragraphs(List<String> paragraphs) {
    return paragraphs.stream()
        .map(paragraph -> "<p>" + escaped(paragraph) + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static String rows(List<Correspondence> pairs, int grid) {
    return pairs.stream()
        .map(pair ->
            "<tr><td>%s</td><td>%s</td><td>%.3f</td></tr>"
                .formatted(
                    escaped(place(pair.sketchPatch(), grid)),
                    escaped(place(pair.photoPatch(), grid)),
                    pair.strength()))
        .collect(Collectors.joining("\n"));
  }

  private static String place(int patch, int grid) {
    return Messages.text("export.page.place", patch / grid + 1, patch % grid + 1);
  }

  private static ObjectNode attention(Explanation explanation, MatchesFigure figure) {
    ObjectNode root = JSON.createObjectNode();
    root.put("grid", explanation.grid());
    place(root.putArray("sketch"), figure.sketchPanel().place());
    place(root.putArray("photo"), figure.photoPanel().place());
    ArrayNode inked = root.putArray("inked");
    IntStream.range(0, explanation.patches()).filter(explanation::inked).forEach(inked::add);
    root.put("toPhoto", heat(explanation::heatOnPhoto, explanation.patches()));
    root.put("toSketch", heat(explanation::heatOnSketch, explanation.patches()));
    root.put("sketchText", pointed("export.page.sketchLooks"));
    root.put("photoText", pointed("export.page.photoLooks"));
    root.put("blankText", Messages.text("export.page.blank"));
    return root;
  }

  private static void place(ArrayNode numbers, Rectangle2D place) {
    numbers.add(place.getX()).add(place.getY()).add(place.getWidth()).add(place.getHeight());
  }

  /** A row of bytes a patch, 255 where it looks most. */
  private static String heat(IntFunction<float[]> heatOf, int patches) {
    byte[] bytes = new byte[patches * patches];
    for (int patch = 0; patch < patches; patch++) {
      float[] heat = heatOf.apply(patch);
      for (int other = 0; other < patches; other++) {
        bytes[patch * patches + other] = (byte) Math.round(255 * heat[other]);
      }
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A text whose numbers the page's script fills in. */
  private static String pointed(String key) {
    return Messages.text(key, "{row}", "{column}", "{row2}", "{column2}");
  }

  private static String text(String key) {
    return escaped(Messages.text(key));
  }
}
