package patchlight.ui.gallery;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import patchlight.gallery.IndexReport;
import patchlight.gallery.Unreadable;

/** What is searched, and how far its indexing is. */
public final class GalleryViewModel {
  private final ObservableList<GalleryFolder> folders = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper photos = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable IndexingStep> step = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable IndexReport> report = new ReadOnlyObjectWrapper<>();

  /** Read by the indexing thread between photos. */
  private volatile boolean cancelled;

  /** The folders searched, in the order they were added. */
  public ObservableList<GalleryFolder> folders() {
    return folders;
  }

  /** How many photos can be found. */
  public ReadOnlyIntegerProperty photosProperty() {
    return photos.getReadOnlyProperty();
  }

  /** How far indexing is; null while none runs. */
  public ReadOnlyObjectProperty<@Nullable IndexingStep> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** What the last indexing did; null before the first one ended. */
  public ReadOnlyObjectProperty<@Nullable IndexReport> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** Files of the last indexing that are no readable photos. */
  public List<Unreadable> unreadable() {
    IndexReport last = report.get();
    return last == null ? List.of() : last.unreadable();
  }

  public void showFolders(List<GalleryFolder> searched) {
    folders.setAll(searched);
  }

  public void showPhotos(int count) {
    photos.set(count);
  }

  /** Indexing begins. */
  public void begin() {
    cancelled = false;
    step.set(new IndexingStep(0, 0));
  }

  public void progress(int done, int total) {
    if (step.get() != null) {
      step.set(new IndexingStep(done, total));
    }
  }

  /** Indexing ended with a report. */
  public void finish(IndexReport done) {
    step.set(null);
    report.set(done);
  }

  /** Indexing ended without a report. */
  public void fail() {
    step.set(null);
  }

  /** Asks the running indexing to stop after the photo it is at. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether the running indexing is to stop; asked on its thread. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** Whether a folder is searched already, by itself or within another one. */
  public boolean contains(Path folder) {
    return folders.stream().anyMatch(known -> !known.waiting() && folder.startsWith(known.path()));
  }
}
