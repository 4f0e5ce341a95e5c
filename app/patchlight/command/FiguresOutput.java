package patchlight.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import patchlight.evaluation.RetrievalFigures;

/** The figures of one or more orders of the same photos, as columns of a table and as JSON. */
final class FiguresOutput {
  private FiguresOutput() {}

  /**
   * A row a figure, a column an order.
   *
   * @param orders by the names of their columns, in the order of the columns
   */
  static TextTable table(Map<String, RetrievalFigures> orders) {
    List<String> header = new ArrayList<>(List.of("figure"));
    header.addAll(orders.keySet());
    TextTable table = new TextTable(header.toArray(String[]::new));
    row(table, "mAP@all", orders, RetrievalFigures::mapAll);
    row(table, "mAP@all (VOC)", orders, RetrievalFigures::mapAllVoc);
    row(table, "mAP@200", orders, RetrievalFigures::map200);
    row(table, "mAP@200 (VOC)", orders, RetrievalFigures::map200Voc);
    row(table, "P@1", orders, RetrievalFigures::p1);
    row(table, "P@10", orders, RetrievalFigures::p10);
    row(table, "P@100", orders, RetrievalFigures::p100);
    row(table, "P@200", orders, RetrievalFigures::p200);
    return table;
  }

  private static void row(
      TextTable table,
      String name,
      Map<String, RetrievalFigures> orders,
      ToDoubleFunction<RetrievalFigures> figure) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (RetrievalFigures order : orders.values()) {
      cells.add("%.4f".formatted(figure.applyAsDouble(order)));
    }
    table.row(cells.toArray(String[]::new));
  }

  /** Adds one order's figures, with the names that the Python tools give. */
  static void put(ObjectNode node, RetrievalFigures figures) {
    node.put("mapAll", Json.rounded(figures.mapAll()));
    node.put("mapAllVoc", Json.rounded(figures.mapAllVoc()));
    node.put("p1", Json.rounded(figures.p1()));
    node.put("p10", Json.rounded(figures.p10()));
    node.put("p100", Json.rounded(figures.p100()));
    node.put("map200", Json.rounded(figures.map200()));
    node.put("map200Voc", Json.rounded(figures.map200Voc()));
    node.put("p200", Json.rounded(figures.p200()));
  }
}
