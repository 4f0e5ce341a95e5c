package patchlight.ui.explanation;

import java.util.List;
import java.util.OptionalInt;
import patchlight.retrieval.RankedPhoto;

/**
 * The place of a photo by each of both scores.
 *
 * @param bySimilarity from 1
 * @param byRelation from 1, among the photos that have a relation score; empty where it has none in
 *     the ranking
 * @param compared how many photos have a relation score
 * @param rankedBySimilarity whether the ranking follows the similarity
 */
public record PlaceByScore(
    int bySimilarity, OptionalInt byRelation, int compared, boolean rankedBySimilarity) {
  /** Counts both places of a photo in a ranking. */
  public static PlaceByScore of(RankedPhoto photo, List<RankedPhoto> ranking) {
    int bySimilarity = 1;
    int byRelation = 1;
    int compared = 0;
    boolean falling = true;
    float before = Float.POSITIVE_INFINITY;
    for (RankedPhoto other : ranking) {
      bySimilarity += other.similarity() > photo.similarity() ? 1 : 0;
      compared += other.relationScore().isPresent() ? 1 : 0;
      byRelation += other.relationScore().orElse(-1) > photo.relationScore().orElse(2) ? 1 : 0;
      falling &= other.similarity() <= before;
      before = other.similarity();
    }
    return new PlaceByScore(
        bySimilarity,
        photo.relationScore().isPresent() ? OptionalInt.of(byRelation) : OptionalInt.empty(),
        compared,
        falling);
  }
}
