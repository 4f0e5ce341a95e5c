package patchlight.gallery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import patchlight.network.NetworkException;
import patchlight.network.Pixels;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;

/**
 * The working part of one indexing run: threads look at files and decode them, the calling thread
 * encodes and writes. A bounded queue between them keeps both busy and memory small.
 */
final class IndexRun {
  private static final int BATCH = 8;
  private static final int WAITING = 4 * BATCH;

  private final Gallery gallery;
  private final GalleryWriter writer;
  private final TokenEncoder encoder;
  private final IndexProgress progress;
  private final long commitNanos;
  private final int total;

  private final List<Look.New> batch = new ArrayList<>(BATCH);
  private final List<Unreadable> unreadable = new ArrayList<>();
  private int added;
  private int unchanged;
  private int moved;
  private int done;
  private boolean cancelled;
  private long lastCommit = System.nanoTime();

  IndexRun(
      Gallery gallery,
      GalleryWriter writer,
      TokenEncoder encoder,
      IndexProgress progress,
      Duration commitEvery,
      int total) {
    this.gallery = gallery;
    this.writer = writer;
    this.encoder = encoder;
    this.progress = progress;
    this.commitNanos = commitEvery.toNanos();
    this.total = total;
  }

  int added() {
    return added;
  }

  int unchanged() {
    return unchanged;
  }

  int moved() {
    return moved;
  }

  List<Unreadable> unreadable() {
    return unreadable;
  }

  /**
   * Takes in all photos.
   *
   * @return false if it was cancelled, or the thread interrupted, before the last photo
   */
  boolean take(List<Path> photos, PhotoLooker looker, int threads)
      throws GalleryException, NetworkException {
    BlockingQueue<Look> looks = new ArrayBlockingQueue<>(WAITING);
    AtomicInteger next = new AtomicInteger();
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("photo-decoder-", 1).factory();
    ExecutorService decoders = Executors.newFixedThreadPool(threads, daemons);
    try {
      for (int i = 0; i < threads; i++) {
        decoders.execute(() -> lookAtAll(photos, next, looker, looks));
      }
      for (int i = 0; i < photos.size() && !cancelled; i++) {
        accept(looks.take());
      }
      if (!cancelled) {
        encodeBatch();
      }
    } catch (InterruptedException e) {
      cancelled = true;
      Thread.currentThread().interrupt();
    } finally {
      decoders.shutdownNow();
    }
    return !cancelled;
  }

  private static void lookAtAll(
      List<Path> photos, AtomicInteger next, PhotoLooker looker, BlockingQueue<Look> looks) {
    try {
      for (int i = next.getAndIncrement(); i < photos.size(); i = next.getAndIncrement()) {
        looks.put(looker.look(photos.get(i)));
      }
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept(Look look) throws GalleryException, NetworkException {
    switch (look) {
      case Look.Unchanged same -> {
        unchanged++;
        advance(same.path());
      }
      case Look.Known known -> {
        keep(known);
        advance(known.path());
      }
      case Look.Refused refused -> {
        unreadable.add(refused.row());
        if (refused.stale()) {
          writer.remove(refused.path());
        }
        advance(refused.path());
      }
      case Look.New picture -> {
        batch.add(picture);
        if (batch.size() == BATCH) {
          encodeBatch();
        }
      }
      case Look.Broken broken -> throw rethrown(broken.cause());
    }
    if (System.nanoTime() - lastCommit > commitNanos) {
      writer.commit();
      gallery.refresh();
      lastCommit = System.nanoTime();
    }
  }

  private void keep(Look.Known known) throws GalleryException {
    writer.put(known.entry());
    if (known.moved()) {
      writer.remove(known.oldPath());
      moved++;
    } else {
      added++;
    }
  }

  private void encodeBatch() throws GalleryException, NetworkException {
    List<float[]> pixels = new ArrayList<>(batch.size());
    for (Look.New picture : batch) {
      pixels.add(Pixels.ofRgb(picture.rgb(), encoder.manifest()));
    }
    List<Tokens> tokens = encoder.encode(pixels);
    for (int i = 0; i < tokens.size(); i++) {
      Photo photo = batch.get(i).photo();
      writer.put(PhotoEntry.of(photo, tokens.get(i)));
      added++;
      advance(photo.path());
    }
    batch.clear();
  }

  private void advance(Path current) {
    done++;
    if (!progress.update(done, total, current)) {
      cancelled = true;
    }
  }

  private static GalleryException rethrown(Throwable cause) {
    return switch (cause) {
      case GalleryException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(cause);
    };
  }
}
