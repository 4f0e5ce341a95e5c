package patchlight.explanation.export;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import patchlight.explanation.Counterparts;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PatchReplacement;
import patchlight.explanation.RetrievalAttention;
import patchlight.explanation.StrokeEffect;
import patchlight.explanation.StrokeInfluence;
import patchlight.explanation.StrokeLooks;
import patchlight.messages.Messages;
import patchlight.sketch.InkImage;
import patchlight.sketch.Sketch;

/** What an export can tell beside the matches. */
public final class Sections {
  private static final int SIDE = 300;
  private static final int SMALL_SIDE = 150;
  private static final int STRIP_SIDE = 188;
  private static final int NAMED_STROKES = 3;

  private Sections() {}

  /**
   * The scores, each with its meaning and formula.
   *
   * @param similarity cosine of the two pictures' own retrieval tokens, in [-1, 1]
   */
  public static Section scores(double similarity, Explanation explanation, Optional<Ranks> ranks) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(Messages.text("export.scores.similarity", similarity));
    paragraphs.add(
        ranks
            .map(r ->
                Messages.text("export.scores.rank", r.bySimilarity(), r.photos(), r.similarity()))
            .orElse(Messages.text("export.scores.noRanks")));
    paragraphs.add(Messages.text("export.scores.relation", explanation.relationScore()));
    ranks
        .filter(r -> r.byRelation().isPresent())
        .map(r ->
            Messages.text("export.scores.relationRank", r.byRelation().getAsInt(), r.matched()))
        .ifPresent(paragraphs::add);
    paragraphs.add(Messages.text("export.scores.sharpness", explanation.confidence()));
    explanation
        .right(explanation.strongest(explanation.patches()))
        .ifPresent(right -> paragraphs.add(Messages.text("export.scores.rightPairs", right)));
    return new Section(Messages.text("export.scores"), paragraphs);
  }

  /**
   * What each stroke adds, the weightiest in words, and where the weightiest looks.
   *
   * @param explanation of the match of {@code ink} and {@code photo}
   * @param ink the sketch as it was matched
   * @param photo upright, of any size and aspect
   */
  public static Section strokes(
      Sketch sketch,
      StrokeInfluence influence,
      Explanation explanation,
      InkImage ink,
      BufferedImage photo) {
    List<StrokeEffect> named =
        influence.effects().stream()
            .sorted(
                Comparator.comparingDouble(
                    (StrokeEffect effect) -> -Math.abs(influence.gain(effect))))
            .limit(NAMED_STROKES)
            .toList();
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      paragraphs.add(
          Messages.text("export.strokes.named", i + 1, influence.sentence(named.get(i))));
    }
    paragraphs.add(influence.scope());
    StrokeLooks looks = new StrokeLooks(sketch, explanation, ink.side());
    return new Section(
        Messages.text("export.strokes"),
        new StrokesOnPhoto(
            new StrokesFigure(sketch, influence, named), looks, photo(named, looks, photo)),
        Messages.text("export.strokes.alternative"),
        paragraphs);
  }

  /** The photo, warm where the first of these strokes looks. */
  private static WarmPhoto photo(List<StrokeEffect> named, StrokeLooks looks, BufferedImage photo) {
    if (named.isEmpty()) {
      double[] cold = new double[looks.grid() * looks.grid()];
      return new WarmPhoto(photo, cold, looks.grid(), Messages.text("export.strokes.photo"));
    }
    double[] warmth = Warmth.of(looks.attentionOnPhoto(named.getFirst().stroke()));
    String words = Messages.text("export.strokes.looks", 1);
    return new WarmPhoto(photo, warmth, looks.grid(), words);
  }

  /** The sketch rebuilt from the photo. */
  public static Section rebuilt(PatchReplacement replacement) {
    return new Section(
        Messages.text("export.rebuilt"),
        new RebuiltFigure(SIDE, List.of(replacement), i -> ""),
        Messages.text("export.rebuilt.alternative"),
        List.of(Messages.text("export.rebuilt.meaning")));
  }

  /**
   * The sketch rebuilt from each of the first photos of a search.
   *
   * @param replacements best photo first, at least one
   */
  public static Section rebuiltFromFirst(List<PatchReplacement> replacements) {
    int count = replacements.size();
    return new Section(
        Messages.text("export.rebuilt.first", count),
        new RebuiltFigure(
            STRIP_SIDE, replacements, i -> Messages.text("export.rebuilt.rank", i + 1)),
        Messages.text("export.rebuilt.firstAlternative", count),
        List.of());
  }

  /** Whether the explanation is true, as far as can be measured. */
  public static Section faithfulness(Faithfulness faithfulness) {
    String heading = Messages.text("export.faithfulness");
    if (!faithfulness.measurable()) {
      return new Section(heading, List.of(faithfulness.sentence()));
    }
    return new Section(
        heading,
        new CurveFigure(faithfulness),
        Messages.text("export.faithfulness.alternative"),
        List.of(
            faithfulness.sentence(),
            Messages.text(
                "export.faithfulness.score", faithfulness.score(), faithfulness.insertionScore())));
  }

  /** Where the retrieval token looks in both pictures, the mean of all heads first. */
  public static Section attention(
      RetrievalAttention onSketch, InkImage ink, RetrievalAttention onPhoto, BufferedImage photo) {
    int heads = onSketch.heads();
    int grid = (int) Math.round(Math.sqrt(onSketch.patches()));
    List<PanelGrid.Picture> pictures = new ArrayList<>();
    for (int head = -1; head < heads; head++) {
      double[] warmth = doubles(head < 0 ? onSketch.mean() : onSketch.head(head));
      pictures.add(
          new PanelGrid.Picture(
              head < 0
                  ? Messages.text("export.attention.mean")
                  : Messages.text("export.attention.head", head + 1),
              (g, panel) -> {
                panel.draw(g, ink);
                panel.warm(g, warmth);
              }));
    }
    for (int head = -1; head < heads; head++) {
      double[] warmth = doubles(head < 0 ? onPhoto.mean() : onPhoto.head(head));
      pictures.add(
          PanelGrid.Picture.of(
              "",
              photo,
              (g, panel) -> {
                panel.draw(g, photo);
                panel.warm(g, warmth);
              }));
    }
    return new Section(
        Messages.text("export.attention"),
        new PanelGrid(heads + 1, SMALL_SIDE, grid, pictures),
        Messages.text("export.attention.alternative", heads),
        List.of(Messages.text("export.attention.meaning")));
  }

  /**
   * What the photo lacks against another one: patches that found a counterpart there and not here.
   *
   * @param otherTitle what the other photo is called
   */
  public static Section lacks(
      Explanation here,
      Explanation other,
      InkImage ink,
      BufferedImage otherPhoto,
      String otherTitle) {
    Counterparts counterparts = Counterparts.of(here, other);
    PanelGrid figure =
        new PanelGrid(
            2,
            SIDE,
            here.grid(),
            List.of(
                new PanelGrid.Picture(
                    Messages.text("export.lacks.sketch"),
                    (g, panel) -> {
                      panel.draw(g, ink);
                      counterparts.inBoth().forEach(p -> panel.tint(g, p, Palette.BLUE));
                      counterparts.onlyHere().forEach(p -> panel.tint(g, p, Palette.HERE));
                      counterparts.onlyInOther().forEach(p -> panel.tint(g, p, Palette.VERMILION));
                    }),
                PanelGrid.Picture.of(
                    otherTitle,
                    otherPhoto,
                    (g, panel) -> {
                      panel.draw(g, otherPhoto);
                      for (int patch : counterparts.onlyInOther()) {
                        panel.mark(g, other.answer(patch), Palette.VERMILION);
                      }
                    })));
    return new Section(
        Messages.text("export.lacks", otherTitle),
        figure,
        Messages.text("export.lacks.alternative", otherTitle),
        List.of(
            Messages.text(
                "export.lacks.meaning",
                counterparts.onlyInOther().size(),
                counterparts.onlyHere().size(),
                counterparts.inBoth().size(),
                otherTitle)));
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
