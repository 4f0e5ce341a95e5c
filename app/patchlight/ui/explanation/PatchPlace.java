package patchlight.ui.explanation;

/**
 * One patch of one picture.
 *
 * @param side which picture
 * @param patch index in row order
 */
public record PatchPlace(Side side, int patch) {}
