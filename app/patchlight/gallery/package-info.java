/** Photos on disk and their index. */
@NullMarked
package patchlight.gallery;

import org.jspecify.annotations.NullMarked;
