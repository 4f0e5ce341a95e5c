package patchlight.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import patchlight.evaluation.CorrespondenceFigures;
import patchlight.evaluation.ExplanationReport;
import patchlight.evaluation.TruthFolder.View;
import patchlight.messages.Messages;

/** How true explanations are, as JSON and as a table: categories, then all of them, by view. */
final class ExplanationOutput {
  private ExplanationOutput() {}

  static ObjectNode json(ExplanationReport report) {
    ObjectNode root = Json.object();
    ArrayNode rows = root.putArray("categories");
    for (ExplanationReport.Row row : report.rows()) {
      ObjectNode node = rows.addObject();
      node.put("category", row.category());
      node.put("view", name(row.view()));
      figures(node, row.figures());
    }
    ObjectNode overall = root.putObject("overall");
    for (View view : View.values()) {
      figures(overall.putObject(name(view)), report.overall(view));
    }
    return root;
  }

  private static void figures(ObjectNode node, CorrespondenceFigures figures) {
    node.put("pairs", figures.pairs());
    node.put("patches", figures.patches());
    share(node, "pck", figures.pck());
    share(node, "exact", figures.exact());
    share(node, "chance", figures.chance());
    node.put("faithfulnessPairs", figures.measured());
    share(node, "faithfulness", figures.faithfulness());
  }

  private static void share(ObjectNode node, String name, double share) {
    if (Double.isNaN(share)) {
      node.putNull(name);
    } else {
      node.put(name, Json.rounded(share));
    }
  }

  static String table(ExplanationReport report) {
    TextTable table =
        new TextTable(
            "category", "view", "pairs", "patches", "PCK", "exact", "chance", "faithfulness");
    for (ExplanationReport.Row row : report.rows()) {
      row(table, row.category(), row.view(), row.figures());
    }
    for (View view : View.values()) {
      row(table, "all", view, report.overall(view));
    }
    return table + Messages.text("command.explanationsEvaluated");
  }

  private static void row(
      TextTable table, String category, View view, CorrespondenceFigures figures) {
    table.row(
        category,
        name(view),
        String.valueOf(figures.pairs()),
        String.valueOf(figures.patches()),
        share(figures.pck()),
        share(figures.exact()),
        share(figures.chance()),
        share(figures.faithfulness()));
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "–" : "%.3f".formatted(share);
  }

  private static String name(View view) {
    return view.name().toLowerCase(Locale.ROOT);
  }
}
