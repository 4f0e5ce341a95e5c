/** How good retrieval is over labelled folders: mAP and its relatives. */
@NullMarked
package patchlight.evaluation;

import org.jspecify.annotations.NullMarked;
