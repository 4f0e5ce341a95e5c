package patchlight.explanation;

/**
 * A sketch patch and the photo patch that answers to it.
 *
 * @param sketchPatch index in row order
 * @param photoPatch index in row order
 * @param strength geometric mean of the cross-attention in both directions, in [0, 1]; where
 *     nothing answers to anything it is one over the number of patches
 */
public record Correspondence(int sketchPatch, int photoPatch, float strength) {}
