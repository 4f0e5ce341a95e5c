package patchlight.gallery;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.LockObtainFailedException;

/** What Lucene and the file system complain of, said so that a person knows what to do. */
final class IndexTrouble {
  private static final long NEARLY_FULL = 1 << 20;

  private IndexTrouble() {}

  static GalleryException explained(Throwable error, Path folder) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof LockObtainFailedException) {
        return new GalleryException(error, "gallery.locked", folder);
      }
      if (cause instanceof CorruptIndexException
          || cause instanceof IndexFormatTooOldException
          || cause instanceof IndexFormatTooNewException
          || cause instanceof IndexNotFoundException) {
        return new GalleryException(error, "gallery.damaged", folder);
      }
      if (cause instanceof AccessDeniedException || saysReadOnly(cause)) {
        return new GalleryException(error, "gallery.readOnly", folder);
      }
      if (cause instanceof IOException && (saysFull(cause) || isNearlyFull(folder))) {
        return new GalleryException(error, "gallery.full", folder);
      }
    }
    return new GalleryException(
        error, "gallery.failed", folder, String.valueOf(error.getMessage()));
  }

  private static boolean saysReadOnly(Throwable error) {
    return error instanceof FileSystemException && message(error).contains("read-only file system");
  }

  private static boolean saysFull(Throwable error) {
    String message = message(error);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("quota exceeded");
  }

  /** The system's words for a full disk may be in any language. */
  private static boolean isNearlyFull(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < NEARLY_FULL;
    } catch (IOException unknown) {
      return false;
    }
  }

  private static String message(Throwable error) {
    return String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
  }
}
