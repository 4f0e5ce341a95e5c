package patchlight.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import patchlight.messages.Messages;

/**
 * What a benchmark measured.
 *
 * @param machine what it ran on, by name
 * @param encoderOne encoding one picture
 * @param encoderEight encoding eight pictures that are asked for together
 * @param matcher relation scores of 50 pairs
 * @param rasterizer a sketch's strokes to ink
 * @param nearest the 50 nearest photos, by the gallery's size
 * @param query a whole query, from strokes to ranking
 * @param queryParts what the query consists of, in order
 * @param explanation what tests one photo's explanation, by name, over the same gallery
 * @param queryPhotos size of the gallery that was queried
 * @param indexedPhotos photos indexed to measure indexing
 * @param photosPerSecond read, decoded, encoded and committed
 */
record BenchReport(
    Map<String, String> machine,
    Timing encoderOne,
    Timing encoderEight,
    Timing matcher,
    Timing rasterizer,
    SortedMap<Integer, Timing> nearest,
    Timing query,
    Map<String, Timing> queryParts,
    Map<String, Timing> explanation,
    int queryPhotos,
    int indexedPhotos,
    double photosPerSecond) {

  private double imagesPerSecond() {
    return 8000 / encoderEight.median();
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    ObjectNode on = root.putObject("machine");
    machine.forEach(on::put);
    ObjectNode encoder = root.putObject("encoder");
    encoder.set("batch1", encoderOne.json());
    encoder.set("batch8", encoderEight.json());
    encoder.put("imagesPerSecond", Json.rounded(imagesPerSecond()));
    root.set("matcher50", matcher.json());
    root.set("rasterizer", rasterizer.json());
    ObjectNode sizes = root.putObject("nearest");
    nearest.forEach((size, timing) -> sizes.set(String.valueOf(size), timing.json()));
    ObjectNode whole = query.json();
    whole.put("photos", queryPhotos);
    queryParts.forEach((part, timing) -> whole.set(part, timing.json()));
    root.set("query", whole);
    ObjectNode explained = root.putObject("explanation");
    explanation.forEach((part, timing) -> explained.set(part, timing.json()));
    ObjectNode indexing = root.putObject("indexing");
    indexing.put("photos", indexedPhotos);
    indexing.put("photosPerSecond", Json.rounded(photosPerSecond));
    return root;
  }

  /** The figures as a table, with what they were measured on above. */
  String table() {
    TextTable table = new TextTable("milliseconds", "min", "median", "p95");
    row(table, "encoder, 1 picture", encoderOne);
    row(table, "encoder, 8 pictures", encoderEight);
    row(table, "matcher, 50 pairs", matcher);
    row(table, "rasterizer", rasterizer);
    nearest.forEach(
        (size, timing) -> row(table, String.format(Locale.ROOT, "nearest of %,d", size), timing));
    row(table, String.format(Locale.ROOT, "query over %,d photos", queryPhotos), query);
    queryParts.forEach((part, timing) -> row(table, "  " + part, timing));
    explanation.forEach((part, timing) -> row(table, part, timing));
    return String.join(" · ", machine.values())
        + System.lineSeparator()
        + System.lineSeparator()
        + table
        + System.lineSeparator()
        + Messages.text("command.benched", imagesPerSecond(), indexedPhotos, photosPerSecond);
  }

  private static void row(TextTable table, String name, Timing timing) {
    table.row(name, figure(timing.min()), figure(timing.median()), figure(timing.p95()));
  }

  private static String figure(double millis) {
    return String.format(Locale.ROOT, "%.2f", millis);
  }
}
