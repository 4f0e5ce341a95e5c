package patchlight.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Shows how far a long job is: one line that is written over on a terminal, a line for each tenth
 * elsewhere, so that a log stays readable.
 */
final class ProgressLine {
  private static final long REDRAW_NANOS = 200_000_000;

  private final PrintWriter out;
  private final boolean terminal;
  private String label = "";
  private int tenth;
  private long drawn;

  ProgressLine(PrintWriter out) {
    this(out, Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
  }

  ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Shows progress when it is time to.
   *
   * @param what is being done, for a person
   * @param done of {@code total}
   */
  void update(String what, int done, int total) {
    if (!what.equals(label)) {
      label = what;
      tenth = 0;
      drawn = 0;
    }
    long now = System.nanoTime();
    boolean last = done == total;
    if (terminal && (last || drawn == 0 || now - drawn > REDRAW_NANOS)) {
      drawn = now;
      out.print("\r" + line(done, total) + (last ? System.lineSeparator() : ""));
      out.flush();
    } else if (!terminal && total > 0 && (long) done * 10 / total > tenth) {
      tenth = (int) ((long) done * 10 / total);
      out.println(line(done, total));
      out.flush();
    }
  }

  private String line(int done, int total) {
    return label + ": " + done + " of " + total;
  }
}
