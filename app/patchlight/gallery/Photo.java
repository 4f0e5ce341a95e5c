package patchlight.gallery;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One indexed photo.
 *
 * @param path absolute
 * @param bytes file size when it was indexed
 * @param modified last change of the file when it was indexed
 * @param contentHash SHA-256 of the file in hex, by which a moved photo is known again
 */
public record Photo(Path path, long bytes, Instant modified, String contentHash) {}
