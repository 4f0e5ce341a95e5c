package patchlight.retrieval;

import java.util.OptionalDouble;
import patchlight.gallery.Photo;

/**
 * One row of a ranking.
 *
 * @param rank from 1
 * @param photo the photo
 * @param similarity cosine of the photo's retrieval token and the expanded query, in [-1, 1]
 * @param relationScore the matcher's second opinion in [0, 1]; empty below the ranks that it looked
 *     at
 */
public record RankedPhoto(int rank, Photo photo, float similarity, OptionalDouble relationScore) {}
