/** Starts Patchlight: without words its window, with words one of its commands. */
@NullMarked
package patchlight;

import org.jspecify.annotations.NullMarked;
