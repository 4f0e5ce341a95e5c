package patchlight.explanation;

/**
 * What one stroke does to a match.
 *
 * @param stroke its index in the sketch
 * @param without how the photo stands for the drawing without this stroke
 */
public record StrokeEffect(int stroke, Standing without) {}
