package patchlight.evaluation;

import java.util.List;
import patchlight.gallery.Unreadable;

/**
 * How true explanations are.
 *
 * @param rows by category and, within, the same view before another; only what has pairs
 * @param skipped files of pairs that could not be read
 */
public record ExplanationReport(List<Row> rows, List<Unreadable> skipped) {
  /** The figures of one category's drawings from one kind of view. */
  public record Row(String category, TruthFolder.View view, CorrespondenceFigures figures) {}

  public ExplanationReport {
    rows = List.copyOf(rows);
    skipped = List.copyOf(skipped);
  }

  /** The figures over all categories, every patch counting alike. */
  public CorrespondenceFigures overall(TruthFolder.View view) {
    return rows.stream()
        .filter(row -> row.view() == view)
        .map(Row::figures)
        .reduce(CorrespondenceFigures.NONE, CorrespondenceFigures::plus);
  }
}
