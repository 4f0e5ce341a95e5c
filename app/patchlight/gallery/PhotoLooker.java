package patchlight.gallery;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import patchlight.messages.Messages;
import patchlight.network.Sha256;

/** Looks at one file and tells what must be done with it. May be used from any thread. */
final class PhotoLooker {
  private final Gallery gallery;
  private final PhotoReader reader;
  private final List<Path> roots;
  private final StudioTokens studio;

  /**
   * @param roots all folders of the gallery; a photo below a root that is unplugged has not moved
   * @param studio tokens that need not be computed
   */
  PhotoLooker(Gallery gallery, PhotoReader reader, List<Path> roots, StudioTokens studio) {
    this.gallery = gallery;
    this.studio = studio;
    this.reader = reader;
    this.roots = roots;
  }

  Look look(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      long bytes = attributes.size();
      Instant modified = Instant.ofEpochMilli(attributes.lastModifiedTime().toMillis());
      Optional<Photo> before = gallery.find(path);
      if (before.isPresent()
          && before.get().bytes() == bytes
          && before.get().modified().equals(modified)) {
        return new Look.Unchanged(path);
      }
      Photo photo = new Photo(path, bytes, modified, Sha256.of(path));
      Optional<PhotoEntry> known = gallery.findContent(photo.contentHash());
      if (known.isPresent()) {
        Path old = known.get().photo().path();
        return new Look.Known(known.get().as(photo), old, hasLeft(old));
      }
      Optional<PhotoEntry> own = studio.find(photo);
      return own.isPresent() ? new Look.Known(own.get(), path, false) : newPicture(photo);
    } catch (IOException e) {
      return new Look.Refused(new Unreadable(path, reason(e)), false);
    } catch (GalleryException | RuntimeException | Error e) {
      return new Look.Broken(path, e);
    }
  }

  private Look newPicture(Photo photo) {
    try {
      return new Look.New(photo, reader.squashed(photo.path()));
    } catch (GalleryException e) {
      boolean stale = Files.isReadable(photo.path());
      return new Look.Refused(new Unreadable(photo.path(), e.getMessage()), stale);
    }
  }

  private boolean hasLeft(Path path) {
    return Files.notExists(path)
        && roots.stream().anyMatch(root -> path.startsWith(root) && Files.isDirectory(root));
  }

  private static String reason(IOException error) {
    return error instanceof AccessDeniedException
        ? Messages.text("gallery.photo.denied")
        : Messages.text("gallery.photo.gone");
  }
}
