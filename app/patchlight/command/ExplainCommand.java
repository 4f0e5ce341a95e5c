package patchlight.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PictureEncoder;
import patchlight.explanation.Standing;
import patchlight.explanation.StrokeInfluence;
import patchlight.explanation.export.ExplanationExport;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.gallery.Photo;
import patchlight.gallery.PhotoReader;
import patchlight.messages.Messages;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.retrieval.PhotoRetriever;
import patchlight.retrieval.SketchEncoder;
import patchlight.sketch.InkImage;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchException;
import patchlight.sketch.SketchRasterizer;
import patchlight.sketch.SketchReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain SKETCH PHOTO}: tells why a sketch and a photo match, and how far that is true. */
@Command(
    name = "explain",
    description = {
      "Tell why a sketch and a photo match, and how far that is true.",
      "",
      "Lines join patches that choose each other in the network's cross-attention; a line's"
          + " strength is the geometric mean of both attention weights. Beside them stand what"
          + " covering the marked patches costs, what each stroke adds, the sketch rebuilt from the"
          + " photo, and the scores with their formulas."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class ExplainCommand implements Callable<Integer> {
  /** From so many of a gallery's photos the sketch is rebuilt. */
  private static final int FIRST = 5;

  @Spec private CommandSpec spec;
  @Mixin private final NetworkOptions network = new NetworkOptions();

  @Parameters(
      index = "0",
      paramLabel = "SKETCH",
      description = "A drawing: PNG, JPEG, SVG or Quick-Draw ndjson (its first).")
  private Path sketch;

  @Parameters(index = "1", paramLabel = "PHOTO", description = "The photo; needs no gallery.")
  private Path photo;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "What to write: a picture (.png), a drawing (.svg) or one page (.html).")
  private Path out;

  @Option(
      names = "--lines",
      paramLabel = "N",
      defaultValue = "12",
      description = "At most this many correspondences. Default: ${DEFAULT-VALUE}.")
  private int lines;

  @Option(
      names = "--against",
      paramLabel = "PHOTO2",
      description = "Tell what the photo lacks against this one.")
  private @Nullable Path against;

  @Option(
      names = "--gallery",
      paramLabel = "DIR",
      description = "Folder of a gallery's index that holds the photo. Without it no rank is told.")
  private @Nullable Path gallery;

  @Option(names = "--json", description = "Print all figures as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (lines < 0) {
      throw new ParameterException(spec.commandLine(), Messages.text("command.linesTooFew", lines));
    }
    if (!ExplanationExport.writes(out)) {
      throw new ParameterException(
          spec.commandLine(), Messages.text("command.explain.format", out));
    }
    NetworkRuntime runtime = network.open(spec.commandLine().getErr());
    int side = runtime.bundle().manifest().side();
    InkImage ink = SketchReader.readInk(sketch, side);
    if (ink.isBlank()) {
      throw new SketchException("command.nothingToExplain", sketch);
    }
    try (TokenEncoder encoder = runtime.newExactEncoder(NetworkOptions.processors());
        TokenEncoder searching = runtime.newEncoder(NetworkOptions.processors());
        RelationMatcher matcher = runtime.newMatcher(NetworkOptions.processors());
        Gallery opened = gallery == null ? null : Gallery.open(gallery, runtime.bundle().hash())) {
      Findings findings = findings(encoder, searching, matcher, opened, ink);
      findings.export(lines).write(out);
      spec.commandLine()
          .getOut()
          .println(
              json
                  ? Json.text(FindingsOutput.json(findings, lines, sketch, out))
                  : FindingsOutput.text(findings, out));
    }
    return 0;
  }

  /**
   * Two files are compared exactly; the gallery is asked as a search asks it, so that ranks agree.
   */
  private Findings findings(
      TokenEncoder encoder,
      TokenEncoder searching,
      RelationMatcher matcher,
      @Nullable Gallery gallery,
      InkImage ink)
      throws Exception {
    PhotoExplainer explainer =
        new PhotoExplainer(encoder, matcher, new PhotoReader(encoder.manifest().side()));
    ExplainedPhoto explained = explained(explainer, ink, photo);
    Optional<GalleryRanks> ranks = ranks(searching, matcher, gallery, ink);
    Faithfulness faithfulness =
        Faithfulness.measure(
            PictureEncoder.of(encoder),
            explained.sketchTokens().retrievalToken(),
            explained.squashed(),
            explained.explanation().attentionOnPhoto());
    Sketch strokes = SketchReader.read(sketch);
    return new Findings(
        explained,
        faithfulness,
        strokes,
        influence(
            strokes,
            encoder.manifest().side(),
            ranks.isPresent() ? ranks.get()::standings : similarities(encoder, explained)),
        ranks.isPresent() ? Optional.of(ranks.get().ranks(ink)) : Optional.empty(),
        first(explainer, ranks, ink),
        explainer.attention(explained),
        against == null ? Optional.empty() : Optional.of(explained(explainer, ink, against)));
  }

  /** Two files are read here, so what is wrong with a photo has to name it. */
  private static ExplainedPhoto explained(PhotoExplainer explainer, InkImage ink, Path photo)
      throws NetworkException, GalleryException {
    try {
      return explainer.explain(ink, photo);
    } catch (GalleryException e) {
      throw new GalleryException(e, "command.photoRefused", photo, e.getMessage());
    }
  }

  private Optional<GalleryRanks> ranks(
      TokenEncoder encoder, RelationMatcher matcher, @Nullable Gallery gallery, InkImage ink)
      throws NetworkException, GalleryException {
    if (gallery == null) {
      return Optional.empty();
    }
    Optional<Photo> found = gallery.find(photo);
    if (found.isEmpty()) {
      spec.commandLine().getErr().println(Messages.text("command.explain.notInGallery", photo));
      return Optional.empty();
    }
    PhotoRetriever retriever = new PhotoRetriever(encoder, matcher, gallery);
    return Optional.of(GalleryRanks.of(retriever, gallery, found.get(), ink));
  }

  private static List<ExplainedPhoto> first(
      PhotoExplainer explainer, Optional<GalleryRanks> ranks, InkImage ink)
      throws NetworkException, GalleryException {
    List<ExplainedPhoto> first = new ArrayList<>();
    for (Path path : ranks.map(known -> known.first(FIRST)).orElse(List.of())) {
      first.add(explained(explainer, ink, path));
    }
    return first;
  }

  private static StrokeInfluence influence(
      Sketch strokes, int side, StrokeInfluence.Standings standings) throws Exception {
    List<StrokeInfluence> soFar = new ArrayList<>();
    StrokeInfluence.measure(strokes, new SketchRasterizer(side), standings, soFar::add);
    return soFar.getLast();
  }

  /** Without a gallery there are similarities and no ranks. */
  private static StrokeInfluence.Standings similarities(
      TokenEncoder encoder, ExplainedPhoto explained) {
    return (inks, whole) ->
        new SketchEncoder(encoder)
            .encodeParts(inks, whole).stream()
                .map(tokens -> new Standing(explained.similarityTo(tokens), OptionalInt.empty()))
                .toList();
  }
}
