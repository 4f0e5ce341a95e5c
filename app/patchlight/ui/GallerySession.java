package patchlight.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import patchlight.gallery.IndexProgress;
import patchlight.gallery.IndexReport;
import patchlight.ui.gallery.GalleryViewModel;

/** Changes the gallery one job at a time on the indexing thread and keeps its view model true. */
final class GallerySession {
  private static final long SHOW_EVERY_NANOS = 60_000_000;
  private static final long SEARCHABLE_EVERY_NANOS = 3_000_000_000L;

  private final GalleryViewModel model;
  private final Executor worker;
  private final Executor fx;
  private final Runnable photosChanged;
  private final Consumer<Exception> failed;

  /** Something that changes the index. */
  @FunctionalInterface
  interface Change {
    void run() throws Exception;
  }

  /** Indexes folders. */
  @FunctionalInterface
  interface Indexing {
    IndexReport index(List<Path> folders, IndexProgress progress) throws Exception;
  }

  /**
   * A session on one view model.
   *
   * @param worker the indexing thread
   * @param fx the FX thread
   * @param photosChanged told on the indexing thread when other photos can be found than before
   * @param failed told on the FX thread of a job that failed; the gallery stays as committed
   */
  GallerySession(
      GalleryViewModel model,
      Executor worker,
      Executor fx,
      Runnable photosChanged,
      Consumer<Exception> failed) {
    this.model = model;
    this.worker = worker;
    this.fx = fx;
    this.photosChanged = photosChanged;
    this.failed = failed;
  }

  /** Indexes what a supplier gives, which may first prepare it, on the indexing thread. */
  void index(Folders folders, Indexing indexing) {
    worker.execute(() -> {
      fx.execute(model::begin);
      try {
        IndexReport report = indexing.index(folders.prepare(), new Thinned());
        photosChanged.run();
        fx.execute(() -> model.finish(report));
      } catch (Exception e) {
        photosChanged.run();
        fx.execute(() -> {
          model.fail();
          failed.accept(e);
        });
      }
    });
  }

  /** Changes the index otherwise, for example takes a folder out. */
  void change(Change change) {
    worker.execute(() -> {
      try {
        change.run();
      } catch (Exception e) {
        fx.execute(() -> failed.accept(e));
      }
      photosChanged.run();
    });
  }

  /** Gives the folders to index, on the indexing thread. */
  @FunctionalInterface
  interface Folders {
    List<Path> prepare() throws Exception;

    static Folders of(List<Path> folders) {
      List<Path> copy = new ArrayList<>(folders);
      return () -> copy;
    }
  }

  /** Passes on no more progress than a person can see. */
  private final class Thinned implements IndexProgress {
    private long shownAt;
    private long searchableAt = System.nanoTime();

    @Override
    public boolean update(int done, int total, Path current) {
      long now = System.nanoTime();
      if (now - shownAt >= SHOW_EVERY_NANOS || done == total) {
        shownAt = now;
        fx.execute(() -> model.progress(done, total));
      }
      if (now - searchableAt >= SEARCHABLE_EVERY_NANOS) {
        searchableAt = now;
        photosChanged.run();
      }
      return !model.isCancelled();
    }
  }
}
