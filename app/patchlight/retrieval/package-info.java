/** The main job: a sketch in, ranked photos out. */
@NullMarked
package patchlight.retrieval;

import org.jspecify.annotations.NullMarked;
