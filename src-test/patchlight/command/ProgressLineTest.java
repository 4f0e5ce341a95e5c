package patchlight.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter shown = new StringWriter();

  @Test
  void aLogGetsOneLineATenth() {
    ProgressLine progress = new ProgressLine(new PrintWriter(shown), false);
    for (int done = 1; done <= 1000; done++) {
      progress.update("Indexing", done, 1000);
    }
    assertEquals(10, shown.toString().lines().count());
    assertTrue(shown.toString().endsWith("Indexing: 1000 of 1000" + System.lineSeparator()));
  }

  @Test
  void aTerminalLineIsWrittenOverAndEndsWithTheJob() {
    ProgressLine progress = new ProgressLine(new PrintWriter(shown), true);
    progress.update("Indexing", 1, 2);
    assertFalse(shown.toString().contains(System.lineSeparator()));
    progress.update("Indexing", 2, 2);
    assertEquals("\rIndexing: 1 of 2\rIndexing: 2 of 2" + System.lineSeparator(), shown.toString());
  }

  @Test
  void theRestIsForecastFromWhatIsDone() {
    assertEquals(", 3 min left", ProgressLine.forecast(60, 10, 40));
    assertEquals(", 1 min left", ProgressLine.forecast(30, 39, 40));
  }

  @Test
  void theNextStageBeginsAnew() {
    ProgressLine progress = new ProgressLine(new PrintWriter(shown), false);
    progress.update("Encoding", 5, 5);
    progress.update("Searching", 1, 5);
    assertEquals("Encoding: 5 of 5%nSearching: 1 of 5%n".formatted(), shown.toString());
  }
}
