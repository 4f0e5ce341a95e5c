/** The one package that an old Java can load: it finds a Java that can run the rest. */
@NullMarked
package patchlight.start;

import org.jspecify.annotations.NullMarked;
