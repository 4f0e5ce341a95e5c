package patchlight.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How good rankings are, each figure in [0, 1].
 *
 * @param mapAll mean plain AP over the whole gallery
 * @param mapAllVoc mean VOC AP over the whole gallery
 * @param p1 precision at rank 1
 * @param p10 precision at rank min(10, R)
 * @param p100 precision at rank min(100, R)
 * @param map200 AP over the first 200 ranks, divided by min(200, R)
 * @param p200 precision at rank min(200, R)
 * @param map200Voc VOC AP over the first 200 ranks, divided by min(200, R)
 */
public record RetrievalFigures(
    double mapAll,
    double mapAllVoc,
    double p1,
    double p10,
    double p100,
    double map200,
    double p200,
    double map200Voc) {

  /**
   * The figures of one query.
   *
   * @param ranking relevance of every photo of the gallery, best first
   */
  public static RetrievalFigures of(boolean[] ranking) {
    return new RetrievalFigures(
        AveragePrecision.plain(ranking),
        AveragePrecision.voc(ranking),
        AveragePrecision.precisionAt(ranking, 1),
        AveragePrecision.precisionAt(ranking, 10),
        AveragePrecision.precisionAt(ranking, 100),
        AveragePrecision.at(ranking, 200),
        AveragePrecision.precisionAt(ranking, 200),
        AveragePrecision.vocAt(ranking, 200));
  }

  /** The mean over queries; all 0 without any. */
  public static RetrievalFigures mean(List<RetrievalFigures> queries) {
    return new RetrievalFigures(
        mean(queries, RetrievalFigures::mapAll),
        mean(queries, RetrievalFigures::mapAllVoc),
        mean(queries, RetrievalFigures::p1),
        mean(queries, RetrievalFigures::p10),
        mean(queries, RetrievalFigures::p100),
        mean(queries, RetrievalFigures::map200),
        mean(queries, RetrievalFigures::p200),
        mean(queries, RetrievalFigures::map200Voc));
  }

  private static double mean(
      List<RetrievalFigures> queries, ToDoubleFunction<RetrievalFigures> figure) {
    return queries.stream().mapToDouble(figure).average().orElse(0);
  }
}
