/** Everything the program says, by key, in one file that a translation can stand beside. */
@NullMarked
package patchlight.messages;

import org.jspecify.annotations.NullMarked;
