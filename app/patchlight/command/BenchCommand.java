package patchlight.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import patchlight.network.NetworkRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench}: measures this machine. */
@Command(
    name = "bench",
    description = {
      "Measure how fast Patchlight is on this computer.",
      "",
      "Encoder, matcher, nearest neighbours in galleries of random tokens, a whole query from"
          + " strokes to ranking, and indexing. Your own gallery is not touched. Takes a few"
          + " minutes; close other programs for figures worth comparing."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private final NetworkOptions network = new NetworkOptions();

  @Option(names = "--quick", description = "Leave the gallery of 100,000 photos out.")
  private boolean quick;

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "Index these photos to measure indexing. Default: copies of the built-in ones.")
  private @Nullable Path photos;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    NetworkRuntime runtime = network.open(err);
    try (ScratchFolder scratch = ScratchFolder.make();
        Benchmark benchmark = new Benchmark(runtime, scratch.path(), new ProgressLine(err))) {
      BenchReport report = benchmark.run(photos, quick);
      spec.commandLine().getOut().println(json ? Json.text(report.json()) : report.table());
    }
    return 0;
  }
}
