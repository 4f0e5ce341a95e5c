/** The words of the command line. */
@NullMarked
package patchlight.command;

import org.jspecify.annotations.NullMarked;
