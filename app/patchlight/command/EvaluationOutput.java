package patchlight.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.ToDoubleFunction;
import patchlight.evaluation.EvaluationReport;
import patchlight.evaluation.RetrievalFigures;
import patchlight.messages.Messages;

/** How good retrieval is, as JSON and as a table. */
final class EvaluationOutput {
  private EvaluationOutput() {}

  static String table(EvaluationReport report) {
    TextTable table = new TextTable("figure", "sketch alone", "similarity", "relation");
    figure(table, "mAP@all", report, RetrievalFigures::mapAll);
    figure(table, "mAP@all (VOC)", report, RetrievalFigures::mapAllVoc);
    figure(table, "P@1", report, RetrievalFigures::p1);
    figure(table, "P@10", report, RetrievalFigures::p10);
    figure(table, "P@100", report, RetrievalFigures::p100);
    figure(table, "mAP@200", report, RetrievalFigures::map200);
    figure(table, "P@200", report, RetrievalFigures::p200);
    return table
        + Messages.text(
            "command.evaluated",
            report.sketches(),
            report.categories(),
            report.photos(),
            report.photosPerSecond(),
            report.millisPerQuery());
  }

  private static void figure(
      TextTable table,
      String name,
      EvaluationReport report,
      ToDoubleFunction<RetrievalFigures> figure) {
    table.row(
        name,
        "%.4f".formatted(figure.applyAsDouble(report.sketchAlone())),
        "%.4f".formatted(figure.applyAsDouble(report.knn())),
        "%.4f".formatted(figure.applyAsDouble(report.relation())));
  }

  static ObjectNode json(EvaluationReport report) {
    ObjectNode root = Json.object();
    figures(root.putObject("sketchAlone"), report.sketchAlone());
    figures(root.putObject("knn"), report.knn());
    figures(root.putObject("relation"), report.relation());
    root.put("sketches", report.sketches());
    root.put("photos", report.photos());
    root.put("photosPerSecond", Json.rounded(report.photosPerSecond()));
    root.put("millisPerQuery", Json.rounded(report.millisPerQuery()));
    return root;
  }

  static void figures(ObjectNode node, RetrievalFigures figures) {
    node.put("mapAll", Json.rounded(figures.mapAll()));
    node.put("mapAllVoc", Json.rounded(figures.mapAllVoc()));
    node.put("p1", Json.rounded(figures.p1()));
    node.put("p10", Json.rounded(figures.p10()));
    node.put("p100", Json.rounded(figures.p100()));
    node.put("map200", Json.rounded(figures.map200()));
    node.put("p200", Json.rounded(figures.p200()));
  }
}
