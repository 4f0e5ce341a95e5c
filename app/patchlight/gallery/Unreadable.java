package patchlight.gallery;

import java.nio.file.Path;

/**
 * A file that could not be indexed.
 *
 * @param path the file
 * @param reason what is wrong with it and what to do, for a person
 */
public record Unreadable(Path path, String reason) {}
