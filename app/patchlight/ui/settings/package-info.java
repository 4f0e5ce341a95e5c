/** Theme, model and device, and the menu that sets them. */
@NullMarked
package patchlight.ui.settings;

import org.jspecify.annotations.NullMarked;
