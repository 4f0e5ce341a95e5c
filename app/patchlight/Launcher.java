package patchlight;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import patchlight.command.PatchlightCommand;
import patchlight.messages.Messages;
import patchlight.ui.PatchlightApp;

/** The program's entry: no words open the window, words run a command. */
public final class Launcher {
  /** Held, or its level would be forgotten with it. */
  private static final Logger LIBRARIES = Logger.getLogger("");

  private Launcher() {}

  /**
   * Starts Patchlight. Where no window can be opened it says why and runs a sample search instead.
   *
   * @param words a command and its options
   */
  public static void main(String[] words) {
    // JavaFX and Lucene warn of how they were started, which is on purpose.
    LIBRARIES.setLevel(Level.SEVERE);
    if (words.length > 0) {
      System.exit(command(words));
    }
    Optional<String> obstacle = windowObstacle().or(Launcher::openWindow);
    if (obstacle.isPresent()) {
      System.out.println(Messages.text("command.noWindow", obstacle.get()));
      System.exit(command("sample"));
    }
  }

  private static int command(String... words) {
    // Pictures are drawn without a display, even where there is one that does not answer.
    System.setProperty("java.awt.headless", "true");
    return PatchlightCommand.run(words);
  }

  /**
   * Why JavaFX could not open a window on Linux. Asked first, since JavaFX itself answers a missing
   * library with pages of traces.
   */
  private static Optional<String> windowObstacle() {
    boolean headlessPlatform = !System.getProperty("glass.platform", "").isEmpty();
    if (headlessPlatform || !System.getProperty("os.name", "").startsWith("Linux")) {
      return Optional.empty();
    }
    String display = System.getenv("DISPLAY");
    if (display == null || display.isBlank()) {
      return Optional.of(Messages.text("command.noDisplay"));
    }
    return gtkLoads() ? Optional.empty() : Optional.of(Messages.text("command.noGtk"));
  }

  @SuppressWarnings("restricted")
  private static boolean gtkLoads() {
    try {
      // For good: GTK does not survive being unloaded.
      SymbolLookup.libraryLookup("libgtk-3.so.0", Arena.global());
      return true;
    } catch (IllegalArgumentException notFound) {
      return false;
    }
  }

  /**
   * Opens the window and waits until it is closed.
   *
   * @return why it could not be opened; empty when it was
   */
  private static Optional<String> openWindow() {
    try {
      PatchlightApp.launch(PatchlightApp.class);
      return Optional.empty();
    } catch (RuntimeException e) {
      // "Unable to open DISPLAY" and the like come as they are or as a library that does not load;
      // what the program itself throws comes wrapped in a sentence about its start method.
      if (e instanceof UnsupportedOperationException
          || e.getCause() instanceof UnsatisfiedLinkError) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }
}
