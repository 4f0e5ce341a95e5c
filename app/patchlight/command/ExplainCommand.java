package patchlight.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import patchlight.explanation.Correspondence;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.messages.Messages;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.sketch.InkImage;
import patchlight.sketch.SketchException;
import patchlight.sketch.SketchReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain SKETCH PHOTO}: draws which patch of one answers to which of the other. */
@Command(
    name = "explain",
    description = {
      "Draw which patch of a sketch answers to which patch of a photo.",
      "",
      "Lines join patches that choose each other in the network's cross-attention; a line's"
          + " strength is the geometric mean of both attention weights."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class ExplainCommand implements Callable<Integer> {
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
      paramLabel = "PICTURE.png",
      description = "The picture to write.")
  private Path out;

  @Option(
      names = "--lines",
      paramLabel = "N",
      defaultValue = "12",
      description = "At most this many correspondences. Default: ${DEFAULT-VALUE}.")
  private int lines;

  @Option(names = "--json", description = "Print similarity, scores and correspondences as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (lines < 0) {
      throw new ParameterException(spec.commandLine(), Messages.text("command.linesTooFew", lines));
    }
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new ParameterException(spec.commandLine(), Messages.text("command.notPng", out));
    }
    NetworkRuntime runtime = network.open(spec.commandLine().getErr());
    int side = runtime.bundle().manifest().side();
    InkImage ink = SketchReader.readInk(sketch, side);
    if (ink.isBlank()) {
      throw new SketchException("command.nothingToExplain", sketch);
    }
    try (TokenEncoder encoder = runtime.newEncoder(NetworkOptions.processors());
        RelationMatcher matcher = runtime.newMatcher(NetworkOptions.processors())) {
      ExplainedPhoto explained =
          explained(new PhotoExplainer(encoder, matcher, new PhotoReader(side)), ink);
      explained.writePicture(out, lines);
      spec.commandLine()
          .getOut()
          .println(
              json
                  ? Json.text(json(explained))
                  : Messages.text("command.explained", explained.figures(), out));
    }
    return 0;
  }

  /** Two files are read here, so what is wrong with the photo has to name it. */
  private ExplainedPhoto explained(PhotoExplainer explainer, InkImage ink)
      throws NetworkException, GalleryException {
    try {
      return explainer.explain(ink, photo);
    } catch (GalleryException e) {
      throw new GalleryException(e, "command.photoRefused", photo, e.getMessage());
    }
  }

  private ObjectNode json(ExplainedPhoto explained) {
    ObjectNode root = Json.object();
    root.put("sketch", sketch.toString());
    root.put("photo", photo.toString());
    root.put("picture", out.toString());
    root.put("similarity", Json.rounded(explained.similarity()));
    root.put("relationScore", Json.rounded(explained.explanation().relationScore()));
    root.put("confidence", Json.rounded(explained.explanation().confidence()));
    int grid = explained.explanation().grid();
    root.put("grid", grid);
    ArrayNode rows = root.putArray("correspondences");
    List<Correspondence> correspondences = explained.explanation().strongest(lines);
    for (Correspondence correspondence : correspondences) {
      ObjectNode row = rows.addObject();
      patch(row.putObject("sketch"), correspondence.sketchPatch(), grid);
      patch(row.putObject("photo"), correspondence.photoPatch(), grid);
      row.put("strength", Json.rounded(correspondence.strength()));
    }
    return root;
  }

  private static void patch(ObjectNode place, int patch, int grid) {
    place.put("patch", patch);
    place.put("row", patch / grid);
    place.put("column", patch % grid);
  }
}
