package patchlight.retrieval;

import java.util.OptionalDouble;
import patchlight.gallery.Photo;

/**
 * One row of a ranking.
 *
 * @param rank from 1
 * @param photo the photo
 * @param similarity cosine of the expanded query and the photo's retrieval token, together with
 *     those of its {@link LookAlikes} below rank 500, in [-1, 1]
 * @param relationScore the matcher's second opinion in [0, 1]; empty below the ranks that it looked
 *     at
 */
public record RankedPhoto(int rank, Photo photo, float similarity, OptionalDouble relationScore) {}
