package patchlight.ui.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import patchlight.gallery.Photo;
import patchlight.retrieval.RankedPhoto;
import patchlight.ui.SomePhotos;

class PlaceByScoreTest {
  private static RankedPhoto photo(int rank, float similarity, OptionalDouble relation) {
    Photo photo = new Photo(SomePhotos.path(rank + ".jpg"), 1, Instant.EPOCH, "");
    return new RankedPhoto(rank, photo, similarity, relation);
  }

  private static final List<RankedPhoto> BY_SIMILARITY =
      List.of(
          photo(1, 0.9f, OptionalDouble.of(0.5)),
          photo(2, 0.8f, OptionalDouble.of(0.7)),
          photo(3, 0.7f, OptionalDouble.empty()));

  @Test
  void bothPlacesAreCounted() {
    PlaceByScore place = PlaceByScore.of(BY_SIMILARITY.get(1), BY_SIMILARITY);

    assertEquals(2, place.bySimilarity());
    assertEquals(OptionalInt.of(1), place.byRelation());
    assertEquals(2, place.compared());
    assertTrue(place.rankedBySimilarity());
  }

  @Test
  void photoThatWasNotComparedHasOnePlace() {
    PlaceByScore place = PlaceByScore.of(BY_SIMILARITY.get(2), BY_SIMILARITY);

    assertEquals(3, place.bySimilarity());
    assertEquals(OptionalInt.empty(), place.byRelation());
  }

  @Test
  void rankingInAnotherOrderIsSeen() {
    List<RankedPhoto> byRelation = BY_SIMILARITY.subList(0, 2).reversed();

    PlaceByScore place = PlaceByScore.of(byRelation.get(0), byRelation);

    assertFalse(place.rankedBySimilarity());
    assertEquals(2, place.bySimilarity());
  }
}
