package patchlight.ui.gallery;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the gallery bar can ask for.
 *
 * @param add indexes more folders
 * @param remove takes a folder's photos out of the search
 * @param addBuiltIn searches the built-in gallery again
 * @param refresh looks for new and changed photos in all folders
 * @param rebuild indexes everything anew
 */
public record GalleryActions(
    Consumer<List<Path>> add,
    Consumer<GalleryFolder> remove,
    Runnable addBuiltIn,
    Runnable refresh,
    Runnable rebuild) {}
