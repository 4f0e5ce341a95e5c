/** The window: everything that imports JavaFX, put together in one place. */
@NullMarked
package patchlight.ui;

import org.jspecify.annotations.NullMarked;
