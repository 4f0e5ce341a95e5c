package patchlight.gallery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import patchlight.messages.Messages;
import patchlight.network.NetworkException;
import patchlight.network.TokenEncoder;

/**
 * Brings a gallery up to date with folders on disk.
 *
 * <p>Only what changed is encoded, and what was committed stays: a run that was cancelled or killed
 * is resumed by running it again.
 */
public final class GalleryIndexer {
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

  private final Gallery gallery;
  private final TokenEncoder encoder;
  private final PhotoReader reader;
  private final int decodeThreads;
  private final Duration commitEvery;

  /**
   * @param gallery to be brought up to date
   * @param encoder used on the thread that calls {@link #index}
   * @param reader of photos, for the encoder's side
   * @param decodeThreads threads that decode photos while others are encoded
   */
  public GalleryIndexer(
      Gallery gallery, TokenEncoder encoder, PhotoReader reader, int decodeThreads) {
    this(gallery, encoder, reader, decodeThreads, COMMIT_EVERY);
  }

  GalleryIndexer(
      Gallery gallery,
      TokenEncoder encoder,
      PhotoReader reader,
      int decodeThreads,
      Duration commitEvery) {
    this.gallery = gallery;
    this.encoder = encoder;
    this.reader = reader;
    this.decodeThreads = decodeThreads;
    this.commitEvery = commitEvery;
  }

  /**
   * Indexes folders with all below them; unreadable files and folders become rows of the report.
   * Photos whose files are gone leave the index, unless their whole root is gone: that may be an
   * unplugged disk.
   *
   * @param folders become roots of the gallery
   * @param progress told after each photo; may cancel
   * @throws GalleryException if the index cannot be written; the last commit is kept
   * @throws NetworkException if the network fails; the last commit is kept
   */
  public IndexReport index(List<Path> folders, IndexProgress progress)
      throws GalleryException, NetworkException {
    long began = System.nanoTime();
    List<Unreadable> unreadable = new ArrayList<>();
    List<Path> roots = new ArrayList<>();
    Set<Path> photos = new LinkedHashSet<>();
    for (Path folder : folders) {
      Path root = folder.toAbsolutePath().normalize();
      if (!Files.isDirectory(root)) {
        unreadable.add(new Unreadable(root, Messages.text("gallery.folder.gone")));
        continue;
      }
      roots.add(root);
      PhotoFolder found = PhotoFolder.list(root);
      photos.addAll(found.photos());
      unreadable.addAll(found.unreadable());
    }
    try (GalleryWriter writer = gallery.newWriter(roots)) {
      // Makes the folders known at once, so that a run that is cut short can be resumed.
      writer.commit();
      gallery.refresh();
      IndexRun run = new IndexRun(gallery, writer, encoder, progress, commitEvery, photos.size());
      PhotoLooker looker =
          new PhotoLooker(gallery, reader, gallery.roots(), StudioTokens.of(gallery.modelHash()));
      boolean completed = run.take(List.copyOf(photos), looker, decodeThreads);
      int removed = completed ? removeVanished(writer, roots, photos) : 0;
      writer.finish();
      gallery.refresh();
      unreadable.addAll(run.unreadable());
      return new IndexReport(
          run.added(),
          run.unchanged(),
          run.moved(),
          removed,
          unreadable,
          Duration.ofNanos(System.nanoTime() - began),
          !completed);
    }
  }

  private int removeVanished(GalleryWriter writer, List<Path> roots, Set<Path> photos)
      throws GalleryException {
    Set<Path> vanished = new LinkedHashSet<>();
    for (Path root : roots) {
      if (!Files.isDirectory(root)) {
        continue;
      }
      for (Path indexed : gallery.pathsBelow(root)) {
        if (!photos.contains(indexed) && Files.notExists(indexed)) {
          vanished.add(indexed);
        }
      }
    }
    for (Path path : vanished) {
      writer.remove(path);
    }
    return vanished.size();
  }
}
