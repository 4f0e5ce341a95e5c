/** The folders that are searched, their indexing and its report. */
@NullMarked
package patchlight.ui.gallery;

import org.jspecify.annotations.NullMarked;
