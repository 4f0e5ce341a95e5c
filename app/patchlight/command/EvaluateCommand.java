package patchlight.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import patchlight.evaluation.Evaluation;
import patchlight.evaluation.EvaluationReport;
import patchlight.evaluation.LabelledPhotos;
import patchlight.evaluation.LabelledSketches;
import patchlight.evaluation.RetrievalFigures;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.Unreadable;
import patchlight.messages.Messages;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate}: measures retrieval over labelled folders. */
@Command(
    name = "evaluate",
    description = {
      "Measure retrieval over sketches and photos of known category.",
      "",
      "A category is a sub-folder, or for sketches also an ndjson(.gz) file. Sketches of categories"
          + " that have photos are the queries; all photos are the gallery. Figures: mAP over the"
          + " whole gallery (plain AP, and VOC AP with interpolated precision), precision at 1, 10,"
          + " 100 and 200 (never deeper than there are relevant photos), and mAP over the first"
          + " 200; for the order by similarity, and with the first 50 reordered by relation score."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private final NetworkOptions network = new NetworkOptions();

  @Option(
      names = "--sketches",
      required = true,
      paramLabel = "DIR",
      description = "Folder of ndjson(.gz) files or sub-folders of drawings.")
  private Path sketches;

  @Option(
      names = "--photos",
      required = true,
      paramLabel = "DIR",
      description = "Folder of sub-folders of photos; links are followed.")
  private Path photos;

  @Option(
      names = "--limit-sketches",
      paramLabel = "N",
      description = "At most the first N sketches of each category. Default: all.")
  private int limit = Integer.MAX_VALUE;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), Messages.text("command.limitTooSmall", limit));
    }
    LabelledSketches queries = LabelledSketches.read(sketches);
    LabelledPhotos gallery = LabelledPhotos.read(photos);
    NetworkRuntime runtime = network.open(err);
    EvaluationReport report;
    try (TokenEncoder encoder = runtime.newEncoder(NetworkOptions.processors());
        RelationMatcher matcher = runtime.newMatcher(NetworkOptions.processors())) {
      ProgressLine progress = new ProgressLine(err);
      report =
          new Evaluation(
                  encoder,
                  matcher,
                  new PhotoReader(encoder.manifest().side()),
                  NetworkOptions.decodeThreads())
              .run(
                  queries,
                  gallery,
                  limit,
                  (stage, done, total) -> progress.update(label(stage), done, total));
    }
    for (Unreadable file : report.skipped()) {
      err.println(Messages.text("command.skipped", file.path(), file.reason()));
    }
    spec.commandLine().getOut().println(json ? Json.text(json(report)) : table(report));
    return 0;
  }

  private static String label(patchlight.evaluation.EvaluationProgress.Stage stage) {
    return switch (stage) {
      case ENCODING_PHOTOS -> Messages.text("command.encodingPhotos");
      case SEARCHING -> Messages.text("command.searchingCategories");
    };
  }

  private static String table(EvaluationReport report) {
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

  private static void figures(ObjectNode node, RetrievalFigures figures) {
    node.put("mapAll", Json.rounded(figures.mapAll()));
    node.put("mapAllVoc", Json.rounded(figures.mapAllVoc()));
    node.put("p1", Json.rounded(figures.p1()));
    node.put("p10", Json.rounded(figures.p10()));
    node.put("p100", Json.rounded(figures.p100()));
    node.put("map200", Json.rounded(figures.map200()));
    node.put("p200", Json.rounded(figures.p200()));
  }
}
