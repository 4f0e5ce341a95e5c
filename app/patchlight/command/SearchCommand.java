package patchlight.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.messages.Messages;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.retrieval.PhotoRetriever;
import patchlight.retrieval.RankedPhoto;
import patchlight.retrieval.Ranking;
import patchlight.sketch.InkImage;
import patchlight.sketch.SketchReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code search SKETCH}: ranks a gallery's photos by a sketch. */
@Command(
    name = "search",
    description = {
      "Rank the photos of a gallery by how well they fit a sketch.",
      "",
      "Similarity is the cosine of the retrieval tokens; relation is the matcher's second opinion"
          + " of the first photos, in [0, 1]."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class SearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private final NetworkOptions network = new NetworkOptions();
  @Mixin private final GalleryOption galleryOption = new GalleryOption();

  @Parameters(
      paramLabel = "SKETCH",
      description = "A drawing: PNG, JPEG, SVG or Quick-Draw ndjson (its first).")
  private Path sketch;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many photos. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    if (top < 1) {
      throw new ParameterException(spec.commandLine(), Messages.text("command.topTooSmall", top));
    }
    NetworkRuntime runtime = network.open(err);
    InkImage ink = SketchReader.readInk(sketch, runtime.bundle().manifest().side());
    try (Gallery gallery = galleryOption.open(runtime.bundle());
        TokenEncoder encoder = runtime.newEncoder(NetworkOptions.processors());
        RelationMatcher matcher = runtime.newMatcher(NetworkOptions.processors())) {
      if (gallery.size() == 0) {
        throw new GalleryException("command.emptyGallery", galleryOption.folder(runtime.bundle()));
      }
      Ranking ranking = new PhotoRetriever(encoder, matcher, gallery).search(ink, top);
      PrintWriter out = spec.commandLine().getOut();
      if (ranking.nothingDrawn()) {
        err.println(Messages.text("command.nothingDrawn", sketch));
      }
      if (json) {
        out.println(Json.text(json(ranking, gallery.roots())));
      } else if (!ranking.nothingDrawn()) {
        err.println(Messages.text("command.searched", gallery.size(), ranking.times().total()));
        out.print(RankingTable.of(ranking));
      }
    }
    return 0;
  }

  private static ArrayNode json(Ranking ranking, List<Path> roots) {
    ArrayNode rows = Json.array();
    for (RankedPhoto photo : ranking.photos()) {
      ObjectNode row = rows.addObject();
      row.put("rank", photo.rank());
      row.put("path", photo.photo().path().toString());
      category(photo.photo().path(), roots).ifPresent(category -> row.put("category", category));
      row.put("similarity", Json.rounded(photo.similarity()));
      if (photo.relationScore().isPresent()) {
        row.put("relationScore", Json.rounded(photo.relationScore().getAsDouble()));
      } else {
        row.putNull("relationScore");
      }
    }
    return rows;
  }

  /** The folder that a photo lies in, below an indexed folder; none directly in one of those. */
  static Optional<String> category(Path photo, List<Path> roots) {
    return Optional.ofNullable(photo.getParent())
        .filter(folder -> !roots.contains(folder) && roots.stream().anyMatch(folder::startsWith))
        .map(folder -> folder.getFileName().toString());
  }
}
