package patchlight.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import patchlight.evaluation.Evaluation;
import patchlight.evaluation.EvaluationProgress;
import patchlight.evaluation.EvaluationReport;
import patchlight.evaluation.LabelledPhotos;
import patchlight.evaluation.ProtocolEvaluation;
import patchlight.evaluation.ProtocolReport;
import patchlight.evaluation.RetrievalFigures;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.Unreadable;
import patchlight.messages.Messages;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import picocli.CommandLine.ArgGroup;
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
      "A category is a sub-folder, or for sketches also an ndjson(.gz) file; with file"
          + " lists it is a label. Sketches of categories"
          + " that have photos are the queries; all photos are the gallery. Figures: mAP over the"
          + " whole gallery (plain AP, and VOC AP with interpolated precision), precision at 1, 10,"
          + " 100 and 200 (never deeper than there are relevant photos), and mAP over the first"
          + " 200; for the order by similarity, and with the first 50 reordered by relation score."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private final NetworkOptions network = new NetworkOptions();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private EvaluatedFiles files;

  @ArgGroup(exclusive = false)
  private @Nullable ProtocolOptions protocol;

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
    if (protocol != null && protocol.limitPhotos < 1) {
      throw new ParameterException(
          spec.commandLine(), Messages.text("command.photoLimitTooSmall", protocol.limitPhotos));
    }
    EvaluatedFiles.Found found = files.find(err);
    NetworkRuntime runtime = network.open(err);
    ProgressLine progress = new ProgressLine(err);
    EvaluationProgress shown = (stage, done, total) -> progress.update(label(stage), done, total);
    String text;
    try (TokenEncoder encoder = runtime.newEncoder(NetworkOptions.processors());
        RelationMatcher matcher = runtime.newMatcher(NetworkOptions.processors())) {
      text =
          protocol == null
              ? evaluated(encoder, matcher, found, shown)
              : evaluatedByProtocol(protocol, encoder, matcher, found, shown);
    }
    spec.commandLine().getOut().println(text);
    return 0;
  }

  private String evaluated(
      TokenEncoder encoder,
      RelationMatcher matcher,
      EvaluatedFiles.Found found,
      EvaluationProgress progress)
      throws NetworkException, GalleryException {
    EvaluationReport report =
        new Evaluation(encoder, matcher, reader(encoder), NetworkOptions.decodeThreads())
            .run(found.sketches(), found.photos(), limit, progress);
    tellOf(report.skipped());
    return json ? Json.text(json(report)) : table(report);
  }

  private String evaluatedByProtocol(
      ProtocolOptions protocol,
      TokenEncoder encoder,
      RelationMatcher matcher,
      EvaluatedFiles.Found found,
      EvaluationProgress progress)
      throws NetworkException, GalleryException {
    LabelledPhotos photos = found.photos().firstOfEach(protocol.limitPhotos);
    ProtocolReport report =
        new ProtocolEvaluation(encoder, matcher, reader(encoder), NetworkOptions.decodeThreads())
            .run(found.sketches(), photos, limit, protocol.retrieval, progress);
    tellOf(report.unreadable());
    return json ? Json.text(ProtocolOutput.json(report, protocol)) : ProtocolOutput.table(report);
  }

  private static PhotoReader reader(TokenEncoder encoder) {
    return new PhotoReader(encoder.manifest().side());
  }

  private void tellOf(List<Unreadable> leftOut) {
    for (Unreadable file : leftOut) {
      spec.commandLine()
          .getErr()
          .println(Messages.text("command.skipped", file.path(), file.reason()));
    }
  }

  private static String label(EvaluationProgress.Stage stage) {
    return switch (stage) {
      case ENCODING_PHOTOS -> Messages.text("command.encodingPhotos");
      case ENCODING_SKETCHES -> Messages.text("command.encodingSketches");
      case SEARCHING -> Messages.text("command.searchingCategories");
      case RANKING -> Messages.text("command.rankingSketches");
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
