package patchlight.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import patchlight.messages.Messages;

/**
 * Shows how far a long job is: one line that is written over on a terminal, a line for each tenth
 * elsewhere, so that a log stays readable.
 */
final class ProgressLine {
  private static final long REDRAW_NANOS = 200_000_000;

  /** A shorter stage needs no forecast, and a younger one allows none. */
  private static final double FORECAST_AFTER_SECONDS = 20;

  private final PrintWriter out;
  private final boolean terminal;
  private String label = "";
  private int tenth;
  private long drawn;
  private int width;
  private long started;

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
      width = 0;
      started = System.nanoTime();
    }
    long now = System.nanoTime();
    boolean last = done == total;
    if (terminal && (last || drawn == 0 || now - drawn > REDRAW_NANOS)) {
      drawn = now;
      String line = line(done, total);
      out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      out.print(last ? System.lineSeparator() : "");
      width = line.length();
      out.flush();
    } else if (!terminal && total > 0 && (long) done * 10 / total > tenth) {
      tenth = (int) ((long) done * 10 / total);
      out.println(line(done, total));
      out.flush();
    }
  }

  private String line(int done, int total) {
    return label + ": " + done + " of " + total + remaining(done, total);
  }

  private String remaining(int done, int total) {
    double seconds = (System.nanoTime() - started) / 1e9;
    return done == total || seconds < FORECAST_AFTER_SECONDS ? "" : forecast(seconds, done, total);
  }

  /** The time left if the rest goes as fast as what is done. */
  static String forecast(double seconds, int done, int total) {
    return Messages.text("command.remaining", Math.ceil(seconds / done * (total - done) / 60));
  }
}
