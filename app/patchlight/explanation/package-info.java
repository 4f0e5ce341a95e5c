/** Why a photo was found: which patch of the sketch answers to which patch of the photo. */
@NullMarked
package patchlight.explanation;

import org.jspecify.annotations.NullMarked;
