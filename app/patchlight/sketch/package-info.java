/**
 * What a person draws: points, strokes and sketches, how they become a picture, and how they are
 * read and written.
 */
@NullMarked
package patchlight.sketch;

import org.jspecify.annotations.NullMarked;
