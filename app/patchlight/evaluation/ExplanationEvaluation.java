package patchlight.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * place the photo shows too, whether the photo patch that it looks at most is a true one; and for a
 * sample of the pairs, whether what is marked on the photo matters to the match.
 */
public final class ExplanationEvaluation {
  private final PairExplainer explainer;
  private final int side;
  private final int tested;

  /**
   * Measures the explanations of a network.
   *
   * @param tested how many pairs at most are put to the test, 0.7 seconds each on two cores
   */
  public ExplanationEvaluation(TokenEncoder encoder, RelationMatcher matcher, int tested) {
    this(
        (ink, rgb, test) -> explained(encoder, matcher, ink, rgb, test),
        encoder.manifest().side(),
        tested);
  }

  /**
   * Measures any explanations.
   *
   * @param side pixels a side of what {@code explainer} takes
   */
  ExplanationEvaluation(PairExplainer explainer, int side, int tested) {
    this.explainer = explainer;
    this.side = side;
    this.tested = tested;
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
    Map<View, FaithfulnessFigures> faithfulness = new EnumMap<>(View.class);
    List<Unreadable> skipped = new ArrayList<>();
    Set<Pair> sample = sample(truth.pairs(), tested);
    int done = 0;
    for (Pair pair : truth.pairs()) {
      try {
        Measured measured = measured(pair, truth.side(), sample.contains(pair));
        figures
            .computeIfAbsent(pair.category(), category -> new EnumMap<>(View.class))
            .merge(pair.view(), measured.places, CorrespondenceFigures::plus);
        measured.faithfulness.ifPresent(found ->
            faithfulness.merge(
                pair.view(), FaithfulnessFigures.of(found), FaithfulnessFigures::plus));
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
    return new ExplanationReport(rows(figures), faithfulness, skipped);
  }

  /**
   * Pairs at even distances, those of one view after those of the other: taken in the manifest's
   * order, where both views of a photo take turns, an even distance would leave out one of them.
   */
  private static Set<Pair> sample(List<Pair> pairs, int size) {
    List<Pair> byView = pairs.stream().sorted(Comparator.comparing(Pair::view)).toList();
    if (size >= byView.size()) {
      return Set.copyOf(byView);
    }
    Set<Pair> sample = new HashSet<>();
    for (int i = 0; i < size; i++) {
      sample.add(byView.get((int) ((long) i * byView.size() / size)));
    }
    return sample;
  }

  private record Measured(CorrespondenceFigures places, Optional<Faithfulness> faithfulness) {}

  private Measured measured(Pair pair, int cells, boolean test)
      throws NetworkException, GalleryException, SketchException {
    PlacedDrawing drawing = PlacedDrawing.read(pair.drawing());
    PlacesOnPhoto photo = PlacesOnPhoto.read(pair.truth(), cells);
    InkImage ink = new SketchRasterizer(side).rasterize(drawing.sketch());
    PairExplainer.Explained explained =
        explainer.explain(ink, new PhotoReader(side).squashed(pair.photo()), test);
    Explanation explanation = explained.explanation();
    TruePatches truth = TruePatches.of(drawing, photo, side, explanation.grid());
    return new Measured(figures(explanation, truth), explained.faithfulness());
  }

  private static PairExplainer.Explained explained(
      TokenEncoder encoder, RelationMatcher matcher, InkImage ink, int[] rgb, boolean test)
      throws NetworkException {
    Tokens sketch = new SketchEncoder(encoder).encode(ink);
    Tokens photo = encoder.encode(Pixels.ofRgb(rgb, encoder.manifest()));
    Explanation explanation = Explanation.of(matcher.match(sketch, photo), ink);
    Optional<Faithfulness> faithfulness =
        test
            ? Optional.of(
                Faithfulness.measure(
                    PictureEncoder.of(encoder),
                    sketch.retrievalToken(),
                    rgb,
                    explanation.attentionOnPhoto()))
            : Optional.empty();
    return new PairExplainer.Explained(explanation, faithfulness);
  }

  private static CorrespondenceFigures figures(Explanation explanation, TruePatches truth) {
    int patches = 0;
    int near = 0;
    int exact = 0;
    int place = 0;
    double chance = 0;
    for (int sketchPatch = 0; sketchPatch < explanation.patches(); sketchPatch++) {
      if (explanation.inked(sketchPatch) && truth.seenInBoth(sketchPatch)) {
        int photoPatch = explanation.answer(sketchPatch);
        patches++;
        near += truth.near(sketchPatch, photoPatch) ? 1 : 0;
        exact += truth.exact(sketchPatch, photoPatch) ? 1 : 0;
        place += truth.near(sketchPatch, sketchPatch) ? 1 : 0;
        chance += truth.chance(sketchPatch);
      }
    }
    return new CorrespondenceFigures(1, patches, near, exact, place, chance);
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
