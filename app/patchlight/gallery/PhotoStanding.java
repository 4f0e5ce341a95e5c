package patchlight.gallery;

/**
 * How a photo stands among all of a gallery.
 *
 * @param similarity cosine of its retrieval token and the one it was compared with, in [-1, 1]
 * @param rank by similarity, from 1
 */
public record PhotoStanding(float similarity, int rank) {}
