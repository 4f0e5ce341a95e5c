package patchlight.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import patchlight.evaluation.CorrespondenceFigures;
import patchlight.evaluation.ExplanationReport;
import patchlight.evaluation.FaithfulnessFigures;
import patchlight.evaluation.TruthFolder.View;
import patchlight.explanation.Faithfulness;
import patchlight.messages.Messages;

/** How true explanations are, as JSON and as tables: categories, then all of them, by view. */
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
    ObjectNode faithfulness = root.putObject("faithfulness");
    faithfulness(report)
        .forEach((view, figures) -> faithfulness(faithfulness.putObject(view), figures));
    return root;
  }

  /** The sample's figures by view, then from both views; empty where there is no sample. */
  private static Map<String, FaithfulnessFigures> faithfulness(ExplanationReport report) {
    if (report.faithfulness().isEmpty()) {
      return Map.of();
    }
    Map<String, FaithfulnessFigures> rows = new LinkedHashMap<>();
    for (View view : View.values()) {
      rows.put(name(view), report.faithfulness(view));
    }
    rows.put("all", report.faithfulnessOverall());
    return rows;
  }

  private static void faithfulness(ObjectNode node, FaithfulnessFigures figures) {
    node.put("pairs", figures.pairs());
    node.put("tooUnlike", figures.tooUnlike());
    share(node, "score", figures.score());
    share(node, "betterThanRandom", figures.betterThanRandom());
    share(node, "lostByAFifth", figures.lostByAFifth());
    share(node, "lostByARandomFifth", figures.lostByARandomFifth());
  }

  private static void figures(ObjectNode node, CorrespondenceFigures figures) {
    node.put("pairs", figures.pairs());
    node.put("patches", figures.patches());
    share(node, "pck", figures.pck());
    share(node, "exact", figures.exact());
    share(node, "samePlace", figures.samePlace());
    share(node, "chance", figures.chance());
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
            "category", "view", "pairs", "patches", "PCK", "exact", "same place", "chance");
    for (ExplanationReport.Row row : report.rows()) {
      row(table, row.category(), row.view(), row.figures());
    }
    for (View view : View.values()) {
      row(table, "all", view, report.overall(view));
    }
    String places = table + Messages.text("command.explanationsEvaluated");
    Map<String, FaithfulnessFigures> tested = faithfulness(report);
    return tested.isEmpty()
        ? places
        : places + System.lineSeparator().repeat(2) + faithfulnessTable(tested);
  }

  private static String faithfulnessTable(Map<String, FaithfulnessFigures> rows) {
    TextTable table =
        new TextTable(
            "view", "pairs", "too unlike", "faithfulness", "better", "lost", "lost at random");
    rows.forEach((view, figures) ->
        table.row(
            view,
            String.valueOf(figures.pairs()),
            String.valueOf(figures.tooUnlike()),
            share(figures.score()),
            share(figures.betterThanRandom()),
            share(figures.lostByAFifth()),
            share(figures.lostByARandomFifth())));
    return table + Messages.text("command.faithfulnessEvaluated", Faithfulness.LEAST_MATCH);
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
        share(figures.samePlace()),
        share(figures.chance()));
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "–" : "%.3f".formatted(share);
  }

  private static String name(View view) {
    return view.name().toLowerCase(Locale.ROOT);
  }
}
