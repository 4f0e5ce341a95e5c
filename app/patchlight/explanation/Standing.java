package patchlight.explanation;

import java.util.OptionalInt;

/**
 * How a photo stands for a sketch.
 *
 * @param similarity of the sketch and the photo, in [-1, 1]
 * @param rank of the photo by similarity, from 1; empty where no gallery was asked
 */
public record Standing(double similarity, OptionalInt rank) {}
