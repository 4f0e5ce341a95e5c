package patchlight.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import patchlight.evaluation.EvaluationReport;
import patchlight.evaluation.RetrievalFigures;
import patchlight.messages.Messages;

/** How good retrieval is, as JSON and as a table. */
final class EvaluationOutput {
  private EvaluationOutput() {}

  static String table(EvaluationReport report) {
    Map<String, RetrievalFigures> orders = new LinkedHashMap<>();
    orders.put("sketch alone", report.sketchAlone());
    orders.put("similarity", report.knn());
    orders.put("relation", report.relation());
    return FiguresOutput.table(orders)
        + Messages.text(
            "command.evaluated",
            report.sketches(),
            report.categories(),
            report.photos(),
            report.photosPerSecond(),
            report.millisPerQuery());
  }

  static ObjectNode json(EvaluationReport report) {
    ObjectNode root = Json.object();
    FiguresOutput.put(root.putObject("sketchAlone"), report.sketchAlone());
    FiguresOutput.put(root.putObject("knn"), report.knn());
    FiguresOutput.put(root.putObject("relation"), report.relation());
    root.put("sketches", report.sketches());
    root.put("photos", report.photos());
    root.put("photosPerSecond", Json.rounded(report.photosPerSecond()));
    root.put("millisPerQuery", Json.rounded(report.millisPerQuery()));
    return root;
  }
}
