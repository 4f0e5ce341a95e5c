package patchlight.command;

import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import patchlight.gallery.GalleryException;
import patchlight.messages.Messages;
import patchlight.network.NetworkException;
import patchlight.sketch.SketchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/**
 * The program's words: {@code index}, {@code search}, {@code explain}, {@code evaluate}, {@code
 * bench}, {@code models}.
 */
@Command(
    name = "patchlight",
    description = {
      "Draw a sketch, find photos, see which sketch patch answers to which photo patch.",
      "",
      "Without words the window opens."
    },
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = PatchlightCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      IndexCommand.class,
      SearchCommand.class,
      ExplainCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
      ModelsCommand.class,
      SampleCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:the job failed, and a message says why", "2:wrong usage"})
public final class PatchlightCommand {
  private static final Logger LOG = LoggerFactory.getLogger(PatchlightCommand.class);

  /** What is thrown with a message for a person; anything else is a bug. */
  private static final Set<Class<? extends Exception>> EXPECTED =
      Set.of(
          NetworkException.class, GalleryException.class, SketchException.class, IOException.class);

  private PatchlightCommand() {}

  /** The version in the jar; a build that was not packaged has none. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = PatchlightCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Patchlight " + (version == null ? "(unpackaged)" : version)};
    }
  }

  /**
   * Runs a command.
   *
   * @param words a command and its options
   * @return the exit code: 0 done, 1 the job failed, 2 wrong usage
   */
  public static int run(String... words) {
    return commandLine().execute(words);
  }

  /** A table is printed without a last newline of its own, so nothing else would send it off. */
  private static int executeAndFlush(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } finally {
      parsed.asCommandLineList().forEach(line -> line.getOut().flush());
    }
  }

  static CommandLine commandLine() {
    CommandLine line =
        new CommandLine(new PatchlightCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true)
            .setExecutionStrategy(PatchlightCommand::executeAndFlush);
    return line.setExecutionExceptionHandler((failure, command, parsed) -> {
      if (EXPECTED.stream().anyMatch(type -> type.isInstance(failure))) {
        command.getErr().println(failure.getMessage());
      } else {
        LOG.error(Messages.text("command.bug"), failure);
      }
      return command.getCommandSpec().exitCodeOnExecutionException();
    });
  }
}
