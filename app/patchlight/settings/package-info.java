/** What the person chose, kept between starts. */
@NullMarked
package patchlight.settings;

import org.jspecify.annotations.NullMarked;
