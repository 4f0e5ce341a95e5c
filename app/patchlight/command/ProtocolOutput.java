package patchlight.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
    FiguresOutput.put(root.putObject("ret"), report.ret());
    FiguresOutput.put(root.putObject("program"), report.program());
    report.rn().ifPresent(rn -> FiguresOutput.put(root.putObject("rn"), rn));
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

  static String table(ProtocolReport report) {
    Map<String, RetrievalFigures> orders = new LinkedHashMap<>();
    orders.put("ret", report.ret());
    orders.put("program", report.program());
    report.rn().ifPresent(rn -> orders.put("rn", rn));
    return FiguresOutput.table(orders)
        + Messages.text(
            "command.evaluatedByProtocol",
            report.sketches(),
            report.categories(),
            report.photos(),
            1000 * report.speed().photo(),
            1000 * report.speed().sketch());
  }
}
