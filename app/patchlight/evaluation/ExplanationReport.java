package patchlight.evaluation;

import java.util.List;
import java.util.Map;
import patchlight.gallery.Unreadable;

/**
 * How true explanations are.
 *
 * @param rows by category and, within, the same view before another; only what has pairs
 * @param faithfulness of a sample of the pairs; only views with pairs in it
 * @param skipped files of pairs that could not be read
 */
public record ExplanationReport(
    List<Row> rows,
    Map<TruthFolder.View, FaithfulnessFigures> faithfulness,
    List<Unreadable> skipped) {
  /** The figures of one category's drawings from one kind of view. */
  public record Row(String category, TruthFolder.View view, CorrespondenceFigures figures) {}

  public ExplanationReport {
    rows = List.copyOf(rows);
    faithfulness = Map.copyOf(faithfulness);
    skipped = List.copyOf(skipped);
  }

  /** The figures over all categories, every patch counting alike. */
  public CorrespondenceFigures overall(TruthFolder.View view) {
    return rows.stream()
        .filter(row -> row.view() == view)
        .map(Row::figures)
        .reduce(CorrespondenceFigures.NONE, CorrespondenceFigures::plus);
  }

  /** The sample's figures from one view. */
  public FaithfulnessFigures faithfulness(TruthFolder.View view) {
    return faithfulness.getOrDefault(view, FaithfulnessFigures.NONE);
  }

  /** The sample's figures from both views together. */
  public FaithfulnessFigures faithfulnessOverall() {
    return faithfulness.values().stream()
        .reduce(FaithfulnessFigures.NONE, FaithfulnessFigures::plus);
  }
}
