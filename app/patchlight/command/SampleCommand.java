package patchlight.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryIndexer;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.StudioGallery;
import patchlight.messages.Messages;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.retrieval.PhotoRetriever;
import patchlight.retrieval.Ranking;
import patchlight.settings.UserFolders;
import patchlight.sketch.InkImage;
import patchlight.sketch.SketchReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The main job where no window can be opened: a sample sketch, the built-in gallery, the ranking as
 * a table and the explanation as a picture.
 */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
@Command(
    name = "sample",
    hidden = true,
    description = "Search the built-in gallery with a sample sketch.")
final class SampleCommand implements Callable<Integer> {
  private static final int TOP = 10;
  private static final int LINES = 12;

  @Spec private CommandSpec spec;
  @Mixin private final NetworkOptions network = new NetworkOptions();

  /**
   * A sketch that comes with the program.
   *
   * @param name of what it shows
   * @param ink of the network's side
   */
  private record Sample(String name, InkImage ink) {}

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path data = UserFolders.ofThisSystem().data();
    NetworkRuntime runtime = network.open(err);
    int side = runtime.bundle().manifest().side();
    PhotoReader reader = new PhotoReader(side);
    Path photos = StudioGallery.unpack(data.resolve("studio"));
    Sample sample = sample(photos, side);
    try (Gallery gallery = Gallery.open(data.resolve("studio-gallery"), runtime.bundle().hash());
        TokenEncoder encoder = runtime.newEncoder(NetworkOptions.processors());
        RelationMatcher matcher = runtime.newMatcher(NetworkOptions.processors())) {
      if (gallery.madeByAnotherModel()) {
        gallery.rebuild();
      }
      ProgressLine progress = new ProgressLine(err);
      new GalleryIndexer(gallery, encoder, reader, NetworkOptions.decodeThreads())
          .index(
              List.of(photos),
              (done, total, current) -> {
                progress.update(Messages.text("command.indexing"), done, total);
                return true;
              });
      Ranking ranking = new PhotoRetriever(encoder, matcher, gallery).search(sample.ink, TOP);
      out.println(
          Messages.text("command.sample", sample.name, gallery.size(), ranking.times().total()));
      out.println();
      out.println(RankingTable.of(ranking));
      Path picture = data.resolve("sample-explanation.png");
      Path first = ranking.photos().getFirst().photo().path();
      new PhotoExplainer(encoder, matcher, reader)
          .explain(sample.ink, first)
          .export(LINES)
          .write(picture);
      out.println(Messages.text("command.sampleExplained", first.getFileName(), picture));
    }
    return 0;
  }

  /** The first sample sketch of something that the built-in gallery has photos of. */
  private static Sample sample(Path photos, int side) throws Exception {
    List<String> categories;
    try (Stream<Path> tree = Files.walk(photos)) {
      categories =
          tree.filter(Files::isDirectory)
              .map(folder -> folder.getFileName().toString())
              .sorted()
              .toList();
    }
    for (String category : categories) {
      String resource = "/patchlight/sketches/" + category + ".ndjson";
      try (InputStream in = SampleCommand.class.getResourceAsStream(resource);
          ScratchFolder scratch = ScratchFolder.make()) {
        if (in != null) {
          Path copy = scratch.path().resolve(category + ".ndjson");
          Files.copy(in, copy);
          return new Sample(category, SketchReader.readInk(copy, side));
        }
      }
    }
    throw new IOException(Messages.text("command.noSample"));
  }
}
