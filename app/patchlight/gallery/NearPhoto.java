package patchlight.gallery;

/**
 * A photo found by its retrieval token.
 *
 * @param photo what was found
 * @param similarity cosine of the two retrieval tokens, in [-1, 1]
 * @param retrievalToken the photo's own, L2-normalised
 */
public record NearPhoto(Photo photo, float similarity, float[] retrievalToken) {}
