package patchlight.ui.sketch;

import patchlight.sketch.Sketch;

/**
 * A sketch that a newcomer can search with at one click.
 *
 * @param name what it shows, for the tooltip
 * @param sketch in any units
 */
public record SampleSketch(String name, Sketch sketch) {}
