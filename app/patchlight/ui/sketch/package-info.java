/** The sheet of paper: pen, eraser, undo, samples, import and export. */
@NullMarked
package patchlight.ui.sketch;

import org.jspecify.annotations.NullMarked;
