package patchlight.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import patchlight.evaluation.ProtocolReport;
import patchlight.evaluation.RetrievalFigures;
import patchlight.gallery.Unreadable;
import patchlight.messages.Messages;

/** A protocol's report as JSON, with the names that evaluate_protocol.py gives, and as a table. */
final class ProtocolOutput {
  private ProtocolOutput() {}

  static ObjectNode json(ProtocolReport report, ProtocolOptions options) {
    ObjectNode root = Json.object();
    root.put("protocol", options.protocol.name().toLowerCase(Locale.ROOT));
    root.put("retrieval", options.retrieval.name().toLowerCase(Locale.ROOT));
    figures(root.putObject("ret"), report.ret());
    figures(root.putObject("program"), report.program());
    report.rn().ifPresent(rn -> figures(root.putObject("rn"), rn));
    root.put("categories", report.categories());
    root.put("sketches", report.sketches());
    root.put("photos", report.photos());
    ArrayNode unreadable = root.putArray("unreadable");
    for (Unreadable file : report.unreadable()) {
      unreadable.add(file.path() + ": " + file.reason());
    }
    ObjectNode seconds = root.putObject("secondsEach");
    seconds.put("sketch", report.speed().sketch());
    seconds.put("photo", report.speed().photo());
    seconds.put("retPair", report.speed().retPair());
    report.speed().rnPair().ifPresent(pair -> seconds.put("rnPair", pair));
    return root;
  }

  private static void figures(ObjectNode node, RetrievalFigures figures) {
    EvaluationOutput.figures(node, figures);
    node.put("map200Voc", Json.rounded(figures.map200Voc()));
  }

  static String table(ProtocolReport report) {
    List<String> header = new ArrayList<>(List.of("figure", "ret", "program"));
    report.rn().ifPresent(rn -> header.add("rn"));
    TextTable table = new TextTable(header.toArray(String[]::new));
    row(table, "mAP@all", report, RetrievalFigures::mapAll);
    row(table, "mAP@all (VOC)", report, RetrievalFigures::mapAllVoc);
    row(table, "mAP@200", report, RetrievalFigures::map200);
    row(table, "mAP@200 (VOC)", report, RetrievalFigures::map200Voc);
    row(table, "P@1", report, RetrievalFigures::p1);
    row(table, "P@10", report, RetrievalFigures::p10);
    row(table, "P@100", report, RetrievalFigures::p100);
    row(table, "P@200", report, RetrievalFigures::p200);
    return table
        + Messages.text(
            "command.evaluatedByProtocol",
            report.sketches(),
            report.categories(),
            report.photos(),
            1000 * report.speed().photo(),
            1000 * report.speed().sketch());
  }

  private static void row(
      TextTable table,
      String name,
      ProtocolReport report,
      ToDoubleFunction<RetrievalFigures> figure) {
    List<RetrievalFigures> orders = new ArrayList<>(List.of(report.ret(), report.program()));
    report.rn().ifPresent(orders::add);
    List<String> cells = new ArrayList<>(List.of(name));
    for (RetrievalFigures order : orders) {
      cells.add("%.4f".formatted(figure.applyAsDouble(order)));
    }
    table.row(cells.toArray(String[]::new));
  }
}
