package patchlight.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryIndexer;
import patchlight.gallery.IndexReport;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.Unreadable;
import patchlight.messages.Messages;
import patchlight.network.NetworkRuntime;
import patchlight.network.TokenEncoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code index FOLDER...}: puts the photos of folders into a gallery. */
@Command(
    name = "index",
    description = {
      "Put the photos of folders and their sub-folders into a gallery.",
      "",
      "Photos that are unchanged since the last time are left alone, a stopped run goes on where it"
          + " was, and files that are no readable photos are listed at the end."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class IndexCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private final NetworkOptions network = new NetworkOptions();
  @Mixin private final GalleryOption galleryOption = new GalleryOption();

  @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Folders of photos.")
  private List<Path> folders;

  @Option(
      names = "--rebuild",
      description = "Empty the gallery first: needed once where another model made it.")
  private boolean rebuild;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    NetworkRuntime runtime = network.open(err);
    try (Gallery gallery = galleryOption.open(runtime.bundle());
        TokenEncoder encoder = runtime.newEncoder(NetworkOptions.processors())) {
      if (rebuild) {
        gallery.rebuild();
      }
      ProgressLine progress = new ProgressLine(err);
      IndexReport report =
          new GalleryIndexer(
                  gallery,
                  encoder,
                  new PhotoReader(encoder.manifest().side()),
                  NetworkOptions.decodeThreads())
              .index(
                  folders,
                  (done, total, current) -> {
                    progress.update(Messages.text("command.indexing"), done, total);
                    return true;
                  });
      print(report, galleryOption.folder(runtime.bundle()), gallery.size(), out);
    }
    return folders.stream().allMatch(Files::isDirectory) ? 0 : 1;
  }

  private static void print(IndexReport report, Path gallery, int size, PrintWriter out) {
    double seconds = report.took().toMillis() / 1000.0;
    out.print(
        new TextTable("", "photos")
            .row("added", String.valueOf(report.added()))
            .row("unchanged", String.valueOf(report.unchanged()))
            .row("moved", String.valueOf(report.moved()))
            .row("removed", String.valueOf(report.removed()))
            .row("unreadable", String.valueOf(report.unreadable().size())));
    for (Unreadable file : report.unreadable()) {
      out.println(file.path() + ": " + file.reason());
    }
    out.println(
        Messages.text(
            "command.indexed", gallery, size, seconds, seconds > 0 ? report.added() / seconds : 0));
  }
}
