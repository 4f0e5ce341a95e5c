package patchlight.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import patchlight.evaluation.Evaluation;
import patchlight.evaluation.EvaluationProgress;
import patchlight.evaluation.EvaluationReport;
import patchlight.evaluation.ExplanationEvaluation;
import patchlight.evaluation.ExplanationReport;
import patchlight.evaluation.LabelledPhotos;
import patchlight.evaluation.ProtocolEvaluation;
import patchlight.evaluation.ProtocolReport;
import patchlight.evaluation.TruthFolder;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.Unreadable;
import patchlight.messages.Messages;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.sketch.SketchException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate}: measures retrieval over labelled folders, or explanations over true ones. */
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
  private Measured measured;

  @ArgGroup(exclusive = false)
  private @Nullable ProtocolOptions protocol;

  @Option(
      names = "--limit-sketches",
      paramLabel = "N",
      description = "At most the first N sketches of each category. Default: all.")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--exact",
      description =
          "Compute in float32 on a processor too, where searches run in integers: for figures to"
              + " compare with other programs'. Explanations and --protocol always do.")
  private boolean exact;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Retrieval or explanations. */
  private static final class Measured {
    @ArgGroup(exclusive = true)
    private @Nullable EvaluatedFiles files;

    @ArgGroup(exclusive = false)
    private @Nullable Explanations explanations;
  }

  /** Explanations over a folder with truth. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
  private static final class Explanations {
    @Option(
        names = "--explanations",
        required = true,
        paramLabel = "FOLDER",
        description =
            "Measure explanations instead, over a folder with truth/manifest.json: PCK, the share"
                + " of sketch patches with ink whose strongest photo patch is or touches a true one,"
                + " over those that photo and drawing both show; and mean faithfulness.")
    private Path folder;

    @Option(
        names = "--faithfulness-pairs",
        paramLabel = "N",
        defaultValue = "150",
        description =
            "With --explanations: measure faithfulness on this many of the pairs, spread evenly,"
                + " at 0.7 s a pair on two cores; 0 leaves it out. Default: ${DEFAULT-VALUE}.")
    private int tested;
  }

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
    Job job = job(err);
    NetworkRuntime runtime = network.open(err);
    ProgressLine progress = new ProgressLine(err);
    EvaluationProgress shown = (stage, done, total) -> progress.update(label(stage), done, total);
    int threads = NetworkOptions.processors();
    boolean exactly = exact || protocol != null || measured.explanations != null;
    try (TokenEncoder encoder =
            exactly ? runtime.newExactEncoder(threads) : runtime.newEncoder(threads);
        RelationMatcher matcher = runtime.newMatcher(threads)) {
      spec.commandLine().getOut().println(job.run(encoder, matcher, shown));
    }
    return 0;
  }

  /** What is measured, once the network is there. */
  @FunctionalInterface
  private interface Job {
    /** Gives the figures as text. */
    String run(TokenEncoder encoder, RelationMatcher matcher, EvaluationProgress progress)
        throws NetworkException, GalleryException;
  }

  /** Finds the files first: what is wrong with them is told before the network is loaded. */
  private Job job(PrintWriter err) throws GalleryException, SketchException {
    Explanations explanations = measured.explanations;
    if (explanations != null) {
      if (protocol != null) {
        throw new ParameterException(
            spec.commandLine(), Messages.text("command.protocolOfRetrieval"));
      }
      if (explanations.tested < 0) {
        throw new ParameterException(
            spec.commandLine(),
            Messages.text("command.faithfulnessPairsTooFew", explanations.tested));
      }
      TruthFolder truth = TruthFolder.read(explanations.folder);
      return (encoder, matcher, progress) ->
          explained(
              new ExplanationEvaluation(encoder, matcher, explanations.tested), truth, progress);
    }
    if (measured.files == null) {
      throw new IllegalStateException("picocli lets no call without either through");
    }
    EvaluatedFiles.Found found = measured.files.find(err);
    ProtocolOptions followed = protocol;
    return followed == null
        ? (encoder, matcher, progress) -> evaluated(encoder, matcher, found, progress)
        : (encoder, matcher, progress) ->
            evaluatedByProtocol(followed, encoder, matcher, found, progress);
  }

  private String explained(
      ExplanationEvaluation evaluation, TruthFolder truth, EvaluationProgress progress)
      throws NetworkException, GalleryException {
    ExplanationReport report = evaluation.run(truth, progress);
    tellOf(report.skipped());
    return json ? Json.text(ExplanationOutput.json(report)) : ExplanationOutput.table(report);
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
    return json ? Json.text(EvaluationOutput.json(report)) : EvaluationOutput.table(report);
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
      case EXPLAINING -> Messages.text("command.explainingPairs");
    };
  }
}
