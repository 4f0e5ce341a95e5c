package patchlight.gallery;

/**
 * A photo found by its retrieval token.
 *
 * @param photo what was found
 * @param similarity cosine of the two retrieval tokens, in [-1, 1]
 */
public record NearPhoto(Photo photo, float similarity) {}
