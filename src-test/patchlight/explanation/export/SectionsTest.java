package patchlight.explanation.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import patchlight.explanation.CoveringCurve;
import patchlight.explanation.CoveringCurve.Step;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PatchReplacement;
import patchlight.explanation.RetrievalAttention;
import patchlight.explanation.Standing;
import patchlight.explanation.StrokeEffect;
import patchlight.explanation.StrokeInfluence;
import patchlight.network.Match;
import patchlight.sketch.InkImage;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.Stroke;

/** Sections of findings that are known, and what their pictures show at known places. */
class SectionsTest {
  private static final InkImage INK = new InkImage(2, new float[] {1, 0, 0, 1});

  @Test
  void aStrokeThatHelpsIsBlueAndOneThatDoesNothingGrey() {
    Sketch sketch = new Sketch(List.of(line(0), line(100)));
    StrokeInfluence influence =
        new StrokeInfluence(
            standing(0.8, 1),
            List.of(new StrokeEffect(0, standing(0.4, 5)), new StrokeEffect(1, standing(0.8, 1))),
            2,
            2);
    Section section = strokes(sketch, influence);
    BufferedImage picture = picture(section.figure());
    Color helps = new Color(picture.getRGB(60, 18));
    Color nothing = new Color(picture.getRGB(60, 285));
    assertEquals(Palette.BLUE, helps);
    assertEquals(nothing.getRed(), nothing.getBlue(), 12);
    assertTrue(section.paragraphs().getFirst().contains("from no. 1 to no. 5"));
  }

  @Test
  void thePhotoIsWarmWhereTheWeightiestStrokeLooks() {
    Section section = strokes(new Sketch(List.of(line(0), line(100))), noEffects());
    assertEquals(0, warmth(picture(section.figure()), 322 + 280, 2 + 280), "none is named");

    StrokeInfluence lower =
        new StrokeInfluence(standing(0.8, 1), List.of(new StrokeEffect(1, standing(0.4, 5))), 1, 2);
    BufferedImage picture =
        picture(strokes(new Sketch(List.of(line(0), line(100))), lower).figure());
    assertTrue(warmth(picture, 322 + 20, 2 + 20) > 100);
    assertEquals(0, warmth(picture, 322 + 280, 2 + 280), 5);
  }

  @Test
  void onAPageEachStrokeTellsWhatItDoesAndWhereItLooks() {
    Sketch sketch = new Sketch(List.of(line(0), line(100)));
    StrokeInfluence upper =
        new StrokeInfluence(standing(0.8, 1), List.of(new StrokeEffect(0, standing(0.4, 5))), 1, 2);
    String page = strokes(sketch, upper).figure().orElseThrow().onPage("the strokes");
    List<MatchResult> strokes =
        Pattern.compile("<g class=\"stroke\".*?data-warmth=\"(.*?)\"><title>(.*?)</title>")
            .matcher(page)
            .results()
            .toList();
    assertEquals(2, strokes.size(), page);
    assertTrue(strokes.get(0).group(2).contains("from no. 1 to no. 5"), strokes.get(0).group(2));
    assertEquals("This stroke was not left out.", strokes.get(1).group(2));
    byte[] upperLooks = Base64.getDecoder().decode(strokes.get(0).group(1));
    byte[] lowerLooks = Base64.getDecoder().decode(strokes.get(1).group(1));
    // 0.97 of the attention is 3.88 times chance, and 8 times is fully warm: ln 3.88 / ln 8.
    assertArrayEquals(new byte[] {0, 0, 0, (byte) 166}, upperLooks);
    assertArrayEquals(new byte[] {(byte) 166, 0, 0, 0}, lowerLooks);
  }

  @Test
  void theCurveOfWhatIsMarkedLiesWhereItIsMeasured() {
    Faithfulness faithfulness =
        new Faithfulness(
            new CoveringCurve(
                List.of(new Step(0, 0.8, 0.8), new Step(0.5, 0.4, 0.8), new Step(1, 0, 0))),
            new CoveringCurve(
                List.of(new Step(0, 0, 0), new Step(0.5, 0.8, 0), new Step(1, 0.8, 0.8))));
    BufferedImage picture = picture(Sections.faithfulness(faithfulness).figure());
    // Half of the photo covered, half of the match left: the middle of the plot.
    assertEquals(Palette.BLUE, new Color(picture.getRGB(46 + 131, 26 + 98)));
  }

  @Test
  void aMatchTooWeakToMeasureHasNoCurve() {
    List<Step> steps = List.of(new Step(0, 0.01, 0.01), new Step(1, 0, 0));
    Section section =
        Sections.faithfulness(new Faithfulness(new CoveringCurve(steps), new CoveringCurve(steps)));
    assertTrue(section.figure().isEmpty());
    assertFalse(section.paragraphs().isEmpty());
  }

  @Test
  void aRebuiltPatchShowsWhatAnswersToIt() {
    PatchReplacement replacement =
        new PatchReplacement(explanation(3, 0), INK, new int[] {0xff0000, 0, 0, 0x00ff00});
    BufferedImage picture = picture(Sections.rebuilt(replacement).figure());
    Color upperLeft = new Color(picture.getRGB(40, 40));
    assertTrue(upperLeft.getGreen() > 240 && upperLeft.getRed() < 15, upperLeft.toString());
  }

  @Test
  void onAPageTheSketchLiesUnderItsRebuiltPatches() {
    PatchReplacement replacement =
        new PatchReplacement(explanation(3, 0), INK, new int[] {0xff0000, 0, 0, 0x00ff00});
    Figure figure = Sections.rebuilt(replacement).figure().orElseThrow();
    Pattern image = Pattern.compile("data:image/([a-z]+);");
    assertEquals(
        List.of("png", "jpeg"),
        image.matcher(figure.onPage("")).results().map(found -> found.group(1)).toList());
    assertEquals(1, image.matcher(SvgDrawing.of(figure, "")).results().count());
    assertTrue(figure.onPage("").contains("type=\"range\""));
  }

  @Test
  void everyHeadHasAPictureOfSketchAndPhotoTheMeanFirst() {
    RetrievalAttention looks =
        new RetrievalAttention(2, new float[] {1, 0, 0, 0, /* second head */ 0, 0, 0, 1});
    BufferedImage photo = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    Section section = Sections.attention(looks, INK, looks, photo);
    String svg = SvgDrawing.of(section.figure().orElseThrow(), section.alternative());
    for (String label : List.of(">mean<", ">head 1<", ">head 2<")) {
      assertTrue(svg.contains(label), label);
    }
    BufferedImage picture = picture(section.figure());
    int secondHead = 2 + 2 * 162;
    int photoRow = 2 + 20 + 150 + 12 + 20;
    assertTrue(warmth(picture, secondHead + 140, photoRow + 140) > 100);
    assertEquals(0, warmth(picture, secondHead + 10, photoRow + 10), 5);
  }

  @Test
  void whatOnlyTheOtherPhotoAnswersIsToldAndMarked() {
    // Opposite corners of 4×4 patches; here both look at one photo patch, which answers the last.
    float[] ink = new float[16];
    ink[0] = 1;
    ink[15] = 1;
    InkImage corners = new InkImage(4, ink);
    Explanation here = Explanation.of(looking(16, new int[] {0, 15}, 9, 9), corners);
    Explanation other = Explanation.of(looking(16, new int[] {0, 15}, 3, 9), corners);
    BufferedImage photo = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    Section section = Sections.lacks(here, other, corners, photo, "b.jpg");
    assertTrue(
        section.paragraphs().getFirst().startsWith("One patch finds a clear counterpart in b.jpg"),
        section.paragraphs().toString());
    Color mark = new Color(picture(section.figure()).getRGB(2 + 300 + 12 + 225, 2 + 20 + 37));
    assertEquals(Palette.VERMILION, mark);
  }

  @Test
  void ranksAreToldOnlyWhereAGalleryWasAsked() {
    String with = scores(Optional.of(new Ranks(7, 0.75, 72, OptionalInt.of(3), 50)));
    assertTrue(with.contains("no. 7 of 72"), with);
    assertTrue(with.contains("the similarity is 0.750"), with);
    assertTrue(with.contains("no. 3 among the 50"), with);
    assertTrue(scores(Optional.empty()).contains("no gallery was named"));
  }

  /** Ink in the upper left and the lower right patch, which look at the opposite ones. */
  private static Section strokes(Sketch sketch, StrokeInfluence influence) {
    int side = 28;
    float[] ink = new float[side * side];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = i / side / 14 == i % side / 14 ? 1 : 0;
    }
    InkImage quarters = new InkImage(side, ink);
    Explanation explanation = Explanation.of(looking(4, new int[] {0, 3}, 3, 0), quarters);
    BufferedImage photo = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    return Sections.strokes(sketch, influence, explanation, quarters, photo);
  }

  private static StrokeInfluence noEffects() {
    return new StrokeInfluence(standing(0.8, 1), List.of(), 2, 2);
  }

  private static String scores(Optional<Ranks> ranks) {
    return Sections.scores(0.5, explanation(3, 0), ranks).paragraphs().toString();
  }

  private static Explanation explanation(int first, int last) {
    return Explanation.of(looking(4, new int[] {0, 3}, first, last), INK);
  }

  /** Two sketch patches look at these photo patches, which look back, at the latter rather. */
  private static Match looking(int patches, int[] inked, int first, int last) {
    float[] there = new float[patches * patches];
    float[] back = new float[patches * patches];
    Arrays.fill(there, 0.001f);
    Arrays.fill(back, 0.001f);
    there[inked[0] * patches + first] = 0.97f;
    there[inked[1] * patches + last] = 0.97f;
    back[first * patches + inked[0]] = 0.97f;
    back[last * patches + inked[1]] = 0.98f;
    return new Match(0.5f, there, back, patches);
  }

  private static Stroke line(double y) {
    return new Stroke(List.of(new Point(0, y, 0), new Point(50, y, 0), new Point(100, y, 0)));
  }

  private static Standing standing(double similarity, int rank) {
    return new Standing(similarity, OptionalInt.of(rank));
  }

  private static int warmth(BufferedImage picture, int x, int y) {
    Color color = new Color(picture.getRGB(x, y));
    return color.getRed() - color.getBlue();
  }

  private static BufferedImage picture(Optional<Figure> drawn) {
    Figure figure = drawn.orElseThrow();
    BufferedImage picture =
        new BufferedImage(figure.width(), figure.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    figure.paint(g);
    g.dispose();
    return picture;
  }
}
