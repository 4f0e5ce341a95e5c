package patchlight.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import patchlight.evaluation.TruthFolder.Pair;
import patchlight.evaluation.TruthFolder.View;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PictureEncoder;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.Unreadable;
import patchlight.network.NetworkException;
import patchlight.network.Pixels;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.retrieval.SketchEncoder;
import patchlight.sketch.InkImage;
import patchlight.sketch.SketchException;
import patchlight.sketch.SketchRasterizer;

/**
 * Measures explanations over a folder with truth: for every sketch patch that has ink and whose
 * place the photo shows too, whether the photo patch that it looks at most is a true one; and for
 * every pair, whether what is marked on the photo matters to the match.
 */
public final class ExplanationEvaluation {
  private final PairExplainer explainer;
  private final int side;

  /**
   * Measures the explanations of a network.
   *
   * @param withFaithfulness whether the faithfulness of each is measured too, which costs about a
   *     second a pair
   */
  public ExplanationEvaluation(
      TokenEncoder encoder, RelationMatcher matcher, boolean withFaithfulness) {
    this(
        (ink, rgb) -> explained(encoder, matcher, ink, rgb, withFaithfulness),
        encoder.manifest().side());
  }

  /**
   * Measures any explanations.
   *
   * @param side pixels a side of what {@code explainer} takes
   */
  ExplanationEvaluation(PairExplainer explainer, int side) {
    this.explainer = explainer;
    this.side = side;
  }

  /**
   * Runs it.
   *
   * @param progress told how far it is
   * @throws GalleryException if no pair could be read
   */
  public ExplanationReport run(TruthFolder truth, EvaluationProgress progress)
      throws NetworkException, GalleryException {
    SortedMap<String, Map<View, CorrespondenceFigures>> figures = new TreeMap<>();
    List<Unreadable> skipped = new ArrayList<>();
    int done = 0;
    for (Pair pair : truth.pairs()) {
      try {
        figures
            .computeIfAbsent(pair.category(), category -> new EnumMap<>(View.class))
            .merge(pair.view(), figures(pair, truth.side()), CorrespondenceFigures::plus);
      } catch (SketchException e) {
        skipped.add(new Unreadable(pair.drawing(), String.valueOf(e.getMessage())));
      } catch (GalleryException e) {
        skipped.add(new Unreadable(pair.photo(), e.getMessage()));
      }
      progress.update(EvaluationProgress.Stage.EXPLAINING, ++done, truth.pairs().size());
    }
    if (skipped.size() == truth.pairs().size()) {
      Unreadable first = skipped.getFirst();
      throw new GalleryException("evaluation.noPairRead", first.path(), first.reason());
    }
    return new ExplanationReport(rows(figures), skipped);
  }

  private CorrespondenceFigures figures(Pair pair, int cells)
      throws NetworkException, GalleryException, SketchException {
    PlacedDrawing drawing = PlacedDrawing.read(pair.drawing());
    PlacesOnPhoto photo = PlacesOnPhoto.read(pair.truth(), cells);
    InkImage ink = new SketchRasterizer(side).rasterize(drawing.sketch());
    PairExplainer.Explained explained =
        explainer.explain(ink, new PhotoReader(side).squashed(pair.photo()));
    int grid = explained.explanation().grid();
    return figures(explained, TruePatches.of(drawing, photo, side, grid));
  }

  private static PairExplainer.Explained explained(
      TokenEncoder encoder,
      RelationMatcher matcher,
      InkImage ink,
      int[] rgb,
      boolean withFaithfulness)
      throws NetworkException {
    Tokens sketch = new SketchEncoder(encoder).encode(ink);
    Tokens photo = encoder.encode(Pixels.ofRgb(rgb, encoder.manifest()));
    Explanation explanation = Explanation.of(matcher.match(sketch, photo), ink);
    if (!withFaithfulness) {
      return new PairExplainer.Explained(explanation, OptionalDouble.empty());
    }
    Faithfulness faithfulness =
        Faithfulness.measure(
            PictureEncoder.of(encoder),
            sketch.retrievalToken(),
            rgb,
            explanation.attentionOnPhoto());
    return new PairExplainer.Explained(
        explanation,
        faithfulness.measurable()
            ? OptionalDouble.of(faithfulness.score())
            : OptionalDouble.empty());
  }

  private static CorrespondenceFigures figures(
      PairExplainer.Explained explained, TruePatches truth) {
    Explanation explanation = explained.explanation();
    int patches = 0;
    int near = 0;
    int exact = 0;
    double chance = 0;
    for (int sketchPatch = 0; sketchPatch < explanation.patches(); sketchPatch++) {
      if (explanation.inked(sketchPatch) && truth.seenInBoth(sketchPatch)) {
        int photoPatch = explanation.answer(sketchPatch);
        patches++;
        near += truth.near(sketchPatch, photoPatch) ? 1 : 0;
        exact += truth.exact(sketchPatch, photoPatch) ? 1 : 0;
        chance += truth.chance(sketchPatch);
      }
    }
    OptionalDouble faithfulness = explained.faithfulness();
    return new CorrespondenceFigures(
        1, patches, near, exact, chance, faithfulness.isPresent() ? 1 : 0, faithfulness.orElse(0));
  }

  private static List<ExplanationReport.Row> rows(
      SortedMap<String, Map<View, CorrespondenceFigures>> figures) {
    List<ExplanationReport.Row> rows = new ArrayList<>();
    figures.forEach((category, views) ->
        views.forEach(
            (view, counted) -> rows.add(new ExplanationReport.Row(category, view, counted))));
    return rows;
  }
}
