/** The ranked photos as a grid of cards. */
@NullMarked
package patchlight.ui.ranking;

import org.jspecify.annotations.NullMarked;
