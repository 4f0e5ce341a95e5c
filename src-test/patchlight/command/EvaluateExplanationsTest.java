package patchlight.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.evaluation.PlantedTruth;
import patchlight.network.Bundles;

/** The command on a planted folder, through the small network. */
class EvaluateExplanationsTest {
  @TempDir static Path home;
  private static Path folder;

  @BeforeAll
  static void plant() throws IOException {
    folder =
        new PlantedTruth(home).draw("mug", "same").draw("mug", "other").draw("cup", "same").write();
  }

  @Test
  void figuresArePrintedByCategoryAndView() throws IOException {
    CommandLineRun run = evaluate("--json");
    assertEquals(0, run.exitCode(), run.err());
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertEquals(3, json.get("categories").size());
    assertEquals("cup", json.at("/categories/0/category").textValue());
    assertEquals(2, json.at("/overall/same/pairs").intValue());
    assertTrue(json.at("/overall/other/pck").isNumber(), run.out());
  }

  @Test
  void faithfulnessIsToldOfEveryPairOfASmallFolder() throws IOException {
    JsonNode told = new ObjectMapper().readTree(evaluate("--json").out()).get("faithfulness");
    assertEquals(2, told.at("/same/pairs").intValue());
    assertEquals(1, told.at("/other/pairs").intValue());
    assertEquals(3, told.at("/all/pairs").intValue());
    assertTrue(told.at("/all").has("score"), told.toString());
  }

  @Test
  void faithfulnessCanBeLeftOut() throws IOException {
    CommandLineRun run = evaluate("--json", "--faithfulness-pairs", "0");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(new ObjectMapper().readTree(run.out()).get("faithfulness").isEmpty(), run.out());
    String table = evaluate("--faithfulness-pairs", "0").out();
    assertFalse(table.contains("too unlike"), table);
  }

  @Test
  void fewerPairsThanNoneAreRefused() {
    CommandLineRun run = evaluate("--faithfulness-pairs", "-1");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("0 or more: -1"), run.err());
  }

  @Test
  void theTablesEndWithAllCategoriesAndBothViews() {
    CommandLineRun run = evaluate();
    assertTrue(run.out().startsWith("category  view   pairs  patches"), run.out());
    assertTrue(run.out().contains("all       other"), run.out());
    assertTrue(run.out().contains("view   pairs  too unlike  faithfulness"), run.out());
    assertTrue(run.out().contains("all        3"), run.out());
  }

  @Test
  void aProtocolOfRetrievalIsRefused() {
    CommandLineRun run = evaluate("--protocol", "zse");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("--explanations"), run.err());
  }

  @Test
  void retrievalAndExplanationsAreNotMeasuredAtOnce() {
    assertEquals(2, evaluate("--sketches", "a", "--photos", "b").exitCode());
  }

  private static CommandLineRun evaluate(String... more) {
    Object[] words = new Object[5 + more.length];
    System.arraycopy(
        new Object[] {"evaluate", "--explanations", folder, "--model", Bundles.smallFolder()},
        0,
        words,
        0,
        5);
    System.arraycopy(more, 0, words, 5, more.length);
    return CommandLineRun.of(words);
  }
}
