package patchlight.command;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param exitCode 0, 1 or 2
 * @param out what it printed
 * @param err what it said beside
 */
record CommandLineRun(int exitCode, String out, String err) {
  static CommandLineRun of(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        PatchlightCommand.commandLine()
            .setOut(new PrintWriter(new BufferedWriter(out)))
            .setErr(new PrintWriter(err, true));
    String[] texts = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      texts[i] = words[i].toString();
    }
    int exitCode = line.execute(texts);
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }
}
