package patchlight.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import patchlight.retrieval.FallingOrder;

class AveragePrecisionTest {
  /** Relevant at ranks 2, 3 and 5 of 6: precisions 1/2, 2/3, 3/5. */
  private static final boolean[] SMALL = {false, true, true, false, true, false};

  @Test
  void plainAveragesThePrecisionAtRelevantRanks() {
    assertEquals((1 / 2.0 + 2 / 3.0 + 3 / 5.0) / 3, AveragePrecision.plain(SMALL), 1e-12);
  }

  @Test
  void vocTakesTheBestPrecisionFromThereOn() {
    assertEquals((2 / 3.0 + 2 / 3.0 + 3 / 5.0) / 3, AveragePrecision.voc(SMALL), 1e-12);
  }

  @Test
  void cutAveragePrecisionDividesByTheSmallerOfDepthAndRelevant() {
    assertEquals((1 / 2.0) / 2, AveragePrecision.at(SMALL, 2), 1e-12);
    assertEquals((1 / 2.0 + 2 / 3.0) / 3, AveragePrecision.at(SMALL, 4), 1e-12);
  }

  @Test
  void precisionLooksNoDeeperThanThereAreRelevantPhotos() {
    assertEquals(2 / 3.0, AveragePrecision.precisionAt(SMALL, 100), 1e-12);
    assertEquals(0, AveragePrecision.precisionAt(SMALL, 1), 1e-12);
  }

  @Test
  void aPerfectRankingScoresOneEverywhere() {
    RetrievalFigures figures = RetrievalFigures.of(new boolean[] {true, true, false, false});
    assertEquals(new RetrievalFigures(1, 1, 1, 1, 1, 1, 1, 1), figures);
  }

  @Test
  void nothingRelevantScoresZeroEverywhere() {
    assertEquals(
        new RetrievalFigures(0, 0, 0, 0, 0, 0, 0, 0), RetrievalFigures.of(new boolean[] {false}));
  }

  @Test
  void figuresOfSeveralQueriesAreTheirMean() {
    RetrievalFigures mean =
        RetrievalFigures.mean(
            List.of(
                RetrievalFigures.of(new boolean[] {true, false}),
                RetrievalFigures.of(new boolean[] {false, true})));
    assertEquals(0.75, mean.mapAll(), 1e-12);
    assertEquals(0.5, mean.p1(), 1e-12);
  }

  @TestFactory
  Stream<DynamicTest> agreesWithTheDefinitionsCountedInPython() throws IOException {
    return golden("/golden/metrics.json")
        .map(golden ->
            DynamicTest.dynamicTest(
                golden.get("ranking").asText().length() + " photos", () -> agrees(golden)));
  }

  @TestFactory
  Stream<DynamicTest> equalScoresKeepTheOrderOfTheGallery() throws IOException {
    return golden("/golden/scored_metrics.json")
        .map(golden ->
            DynamicTest.dynamicTest(
                golden.get("scores").size() + " photos", () -> ranksAndAgrees(golden)));
  }

  private static Stream<JsonNode> golden(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AveragePrecisionTest.class.getResourceAsStream(resource))) {
      return new ObjectMapper().readTree(in).valueStream();
    }
  }

  private static void ranksAndAgrees(JsonNode golden) {
    float[] scores = new float[golden.get("scores").size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = golden.get("scores").get(i).floatValue();
    }
    int[] ranked = FallingOrder.of(scores);
    String categories = golden.get("categories").asText();
    golden
        .get("figures")
        .properties()
        .forEach(sought -> {
          boolean[] ranking = new boolean[ranked.length];
          for (int i = 0; i < ranking.length; i++) {
            ranking[i] = categories.charAt(ranked[i]) == sought.getKey().charAt(0);
          }
          agrees(sought.getValue(), RetrievalFigures.of(ranking));
        });
  }

  private static void agrees(JsonNode golden) {
    String marks = golden.get("ranking").asText();
    boolean[] ranking = new boolean[marks.length()];
    for (int i = 0; i < ranking.length; i++) {
      ranking[i] = marks.charAt(i) == '1';
    }
    agrees(golden.get("figures"), RetrievalFigures.of(ranking));
  }

  private static void agrees(JsonNode expected, RetrievalFigures figures) {
    assertEquals(expected.get("mapAll").asDouble(), figures.mapAll(), 1e-12);
    assertEquals(expected.get("mapAllVoc").asDouble(), figures.mapAllVoc(), 1e-12);
    assertEquals(expected.get("p1").asDouble(), figures.p1(), 1e-12);
    assertEquals(expected.get("p10").asDouble(), figures.p10(), 1e-12);
    assertEquals(expected.get("p100").asDouble(), figures.p100(), 1e-12);
    assertEquals(expected.get("map200").asDouble(), figures.map200(), 1e-12);
    assertEquals(expected.get("p200").asDouble(), figures.p200(), 1e-12);
    assertEquals(expected.get("map200Voc").asDouble(), figures.map200Voc(), 1e-12);
  }
}
