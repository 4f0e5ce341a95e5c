package patchlight.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import patchlight.gallery.NearPhoto;
import patchlight.gallery.Photo;

class RankingOrderTest {
  private static final List<NearPhoto> NEAR =
      List.of(near("a", 0.9f), near("b", 0.8f), near("c", 0.7f), near("d", 0.6f));
  private static final float[] SCORES = {0.25f, 0.75f, 0.5f};

  @Test
  void similarityDecidesTheOrderAndTheScoreIsASecondOpinion() {
    List<RankedPhoto> ranked = PhotoRetriever.ranked(NEAR, SCORES, false);
    assertEquals(List.of("a", "b", "c", "d"), names(ranked));
    assertEquals(OptionalDouble.of(0.75), ranked.get(1).relationScore());
  }

  @Test
  void rerankingMovesTheMatchedPhotosOnly() {
    List<RankedPhoto> ranked = PhotoRetriever.ranked(NEAR, SCORES, true);
    assertEquals(List.of("b", "c", "a", "d"), names(ranked));
    assertEquals(0.8f, ranked.getFirst().similarity());
  }

  @Test
  void ranksCountFromOne() {
    List<RankedPhoto> ranked = PhotoRetriever.ranked(NEAR, SCORES, true);
    assertEquals(List.of(1, 2, 3, 4), ranked.stream().map(RankedPhoto::rank).toList());
  }

  @Test
  void photosBelowTheMatchedOnesHaveNoScore() {
    assertTrue(PhotoRetriever.ranked(NEAR, SCORES, true).getLast().relationScore().isEmpty());
  }

  private static List<String> names(List<RankedPhoto> ranked) {
    return ranked.stream().map(row -> row.photo().path().getFileName().toString()).toList();
  }

  private static NearPhoto near(String name, float similarity) {
    return new NearPhoto(
        new Photo(Path.of(name).toAbsolutePath(), 1, Instant.EPOCH, name),
        similarity,
        new float[] {1});
  }
}
