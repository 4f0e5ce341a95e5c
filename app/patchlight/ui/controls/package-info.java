/** Small controls that several parts of the window share; knows none of them. */
@NullMarked
package patchlight.ui.controls;

import org.jspecify.annotations.NullMarked;
