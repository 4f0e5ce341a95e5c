/** Why this photo: sketch and photo side by side with what answers to what. */
@NullMarked
package patchlight.ui.explanation;

import org.jspecify.annotations.NullMarked;
