package patchlight.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.gallery.IndexProgress;
import patchlight.gallery.IndexReport;
import patchlight.messages.Messages;
import patchlight.settings.UserFolders;
import patchlight.ui.gallery.GalleryActions;
import patchlight.ui.gallery.GalleryFolder;
import patchlight.ui.gallery.GalleryViewModel;

/** The folders that are searched: adds, removes and brings them up to date. */
final class SearchedFolders {
  private static final int GLIMPSE = 90;

  private final UserFolders folders;
  private final Supplier<Optional<Workbench>> workbench;
  private final GalleryViewModel model;
  private final Reports reports;
  private final GallerySession session;
  private final BooleanProperty builtIn = new SimpleBooleanProperty();

  /** Read on the indexing thread. */
  private volatile boolean builtInWanted;

  /** What the last index had, for the index of the next model. On the indexing thread. */
  private Optional<List<Path>> known = Optional.empty();

  /**
   * Whom to tell, on the FX thread.
   *
   * @param photosChanged told of the photos that can be found
   * @param note says what keeps the gallery as it is for now
   * @param known says that a folder is searched already
   * @param otherModel told that the index was made by another network and must be rebuilt
   * @param waiting told how many folders this model has not indexed and waits to be asked for
   * @param failed told of a job that failed
   */
  record Reports(
      Consumer<FoundPhotos> photosChanged,
      Consumer<String> note,
      Consumer<String> known,
      Runnable otherModel,
      IntConsumer waiting,
      Consumer<Exception> failed) {}

  /**
   * The photos that can be found.
   *
   * @param count how many
   * @param some of them, to show while nothing is drawn
   */
  record FoundPhotos(int count, List<Path> some) {}

  /**
   * The folders of one gallery.
   *
   * @param workbench what is open just now, if anything
   * @param builtIn whether the built-in gallery is searched
   * @param indexThread runs one job after the other
   */
  SearchedFolders(
      UserFolders folders,
      Supplier<Optional<Workbench>> workbench,
      GalleryViewModel model,
      boolean builtIn,
      Executor indexThread,
      Reports reports) {
    this.folders = folders;
    this.workbench = workbench;
    this.model = model;
    this.reports = reports;
    this.builtIn.subscribe(wanted -> builtInWanted = wanted);
    this.builtIn.set(builtIn);
    session =
        new GallerySession(
            model, indexThread, Platform::runLater, this::showGallery, reports.failed());
  }

  /** Whether the built-in gallery is searched. */
  BooleanProperty builtInProperty() {
    return builtIn;
  }

  GalleryActions actions() {
    return new GalleryActions(
        this::add, this::remove, this::addBuiltIn, this::bringUpToDate, this::rebuild);
  }

  /** A workbench was opened: shows its gallery and brings it up to date if that can be. */
  void opened() {
    session.change(this::makeReady);
  }

  private void makeReady() throws GalleryException {
    Gallery gallery = bench().gallery();
    Optional<String> obstacle = gallery.notice();
    if (known.isPresent() && obstacle.isEmpty()) {
      gallery.adopt(known.get());
    }
    if (gallery.madeByAnotherModel()) {
      if (gallery.roots().stream().allMatch(Workbench.studioFolder(folders)::equals)) {
        // The program's own photos are few: nobody needs to be asked.
        gallery.rebuild();
      } else {
        Platform.runLater(reports.otherModel());
        return;
      }
    }
    int waiting = waiting().size();
    if (waiting > 0) {
      Platform.runLater(() -> reports.waiting().accept(waiting));
    }
    Platform.runLater(
        obstacle.isEmpty() ? this::bringUpToDate : () -> reports.note().accept(obstacle.get()));
  }

  /** On the indexing thread: unpacks the built-in photos where wanted, and tells all folders. */
  private List<Path> all() throws GalleryException {
    List<Path> all = new ArrayList<>();
    if (builtInWanted) {
      all.add(Workbench.unpackStudio(folders));
    }
    bench().gallery().roots().stream().filter(root -> !all.contains(root)).forEach(all::add);
    return all;
  }

  /** The program's own photos are few and wait for nobody. */
  private List<Path> waiting() throws GalleryException {
    Path studio = Workbench.studioFolder(folders);
    return bench().gallery().waiting().stream().filter(path -> !path.equals(studio)).toList();
  }

  private void add(List<Path> more) {
    List<Path> fresh =
        more.stream()
            .map(folder -> folder.toAbsolutePath().normalize())
            .filter(folder -> !model.contains(folder))
            .toList();
    if (fresh.isEmpty()) {
      reports.known().accept(Messages.text("ui.gallery.known", more.getFirst()));
    } else if (workbench.get().isPresent()) {
      session.index(GallerySession.Folders.of(fresh), this::index);
    }
  }

  private void remove(GalleryFolder folder) {
    if (folder.builtIn()) {
      builtIn.set(false);
    }
    // A folder that is being indexed goes too, and what else was being indexed goes on after it.
    boolean interrupted = model.stepProperty().get() != null;
    model.cancel();
    session.change(() -> bench().gallery().forget(folder.path()));
    if (interrupted) {
      bringUpToDate();
    }
  }

  private void addBuiltIn() {
    builtIn.set(true);
    bringUpToDate();
  }

  private void bringUpToDate() {
    if (workbench.get().isPresent()) {
      session.index(this::all, this::index);
    }
  }

  /** Indexes the folders that only other models have indexed so far. */
  void indexWaiting() {
    if (workbench.get().isPresent()) {
      session.index(this::waiting, this::index);
    }
  }

  /** Indexes everything anew. */
  void rebuild() {
    session.change(() -> bench().gallery().rebuild());
    bringUpToDate();
  }

  private IndexReport index(List<Path> wanted, IndexProgress progress) throws Exception {
    return bench().index(wanted, progress);
  }

  /** On the indexing thread: reads what the gallery is now, and shows it. */
  private void showGallery() {
    Workbench bench = workbench.get().orElse(null);
    if (bench == null) {
      return;
    }
    try {
      Path studio = Workbench.studioFolder(folders);
      List<GalleryFolder> shown = new ArrayList<>();
      for (Path root : bench.gallery().roots()) {
        shown.add(new GalleryFolder(root, root.equals(studio), false));
      }
      for (Path folder : bench.gallery().waiting()) {
        shown.add(new GalleryFolder(folder, folder.equals(studio), true));
      }
      known = Optional.of(shown.stream().map(GalleryFolder::path).toList());
      boolean otherModel = bench.gallery().madeByAnotherModel();
      int count = otherModel ? 0 : bench.gallery().size();
      List<Path> glimpse = otherModel ? List.of() : GalleryGlimpse.of(bench.gallery(), GLIMPSE);
      Platform.runLater(() -> {
        model.showFolders(shown);
        model.showPhotos(count);
        reports.photosChanged().accept(new FoundPhotos(count, glimpse));
      });
    } catch (GalleryException e) {
      Platform.runLater(() -> reports.failed().accept(e));
    }
  }

  private Workbench bench() {
    return workbench
        .get()
        .orElseThrow(() -> new IllegalStateException("The gallery was changed before it was open"));
  }
}
