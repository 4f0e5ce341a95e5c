package patchlight.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @ParameterizedTest
  @CsvSource({
    "index, --gallery",
    "search, --top",
    "explain, --out",
    "evaluate, --limit-sketches",
    "bench, --quick",
    "search, --model",
    "models, --json"
  })
  void helpOfEveryCommandTellsItsOptionsAndExitCodes(String command, String option) {
    CommandLineRun run = CommandLineRun.of(command, "--help");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains(option), run.out());
    assertTrue(run.out().contains("Exit codes:"), run.out());
  }

  @Test
  void helpListsTheCommandsOfTheProgram() {
    String help = CommandLineRun.of("--help").out();
    for (String command :
        new String[] {"index", "search", "explain", "evaluate", "bench", "models"}) {
      assertTrue(help.contains("\n  " + command + " "), help);
    }
    assertFalse(help.contains("sample"), help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index",
        "search",
        "search a.png --top none",
        "search a.png --top 0",
        "search a.png --device toaster",
        "explain a.png b.jpg",
        "explain a.png b.jpg --out c.png --lines -1",
        "evaluate --sketches a",
        "evaluate --sketches a --photos b --limit-sketches 0",
        "evaluate --sketches a --photo-list b --root c",
        "evaluate --sketch-list a --photo-list b",
        "evaluate --sketches a --photos b --retrieval rn",
        "evaluate --sketches a --photos b --protocol zse --retrieval cls",
        "evaluate --sketches a --photos b --protocol zse --limit-photos 0",
        "models add",
        "models remove",
        "paint"
      })
  void wrongUsageExitsWithTwoAndSaysWhy(String words) {
    CommandLineRun run = CommandLineRun.of((Object[]) words.split(" ", -1));
    assertEquals(2, run.exitCode());
    assertFalse(run.err().isBlank());
    assertEquals("", run.out());
  }

  @Test
  void versionIsTold() {
    assertTrue(CommandLineRun.of("--version").out().startsWith("Patchlight "));
  }
}
