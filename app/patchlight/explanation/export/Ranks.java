package patchlight.explanation.export;

import java.util.OptionalInt;

/**
 * How a photo stands among those of a gallery.
 *
 * @param bySimilarity its rank, from 1, as a search ranks
 * @param similarity by which it has that rank: with the votes of other photos, in [-1, 1]
 * @param photos of the gallery
 * @param byRelation its rank by relation score among the {@code matched} most similar; empty where
 *     it is none of them
 * @param matched how many of the most similar photos have a relation score
 */
public record Ranks(
    int bySimilarity, double similarity, int photos, OptionalInt byRelation, int matched) {}
