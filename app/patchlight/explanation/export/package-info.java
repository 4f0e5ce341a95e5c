/** What leaves the program of an explanation: pictures, drawings and pages. */
@NullMarked
package patchlight.explanation.export;

import org.jspecify.annotations.NullMarked;
