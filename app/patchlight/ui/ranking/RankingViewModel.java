package patchlight.ui.ranking;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import patchlight.messages.Messages;
import patchlight.retrieval.RankedPhoto;

/** The photos in the grid and which one is selected. */
public final class RankingViewModel {
  private static final int NONE = -1;

  private final ObservableList<RankingEntry> entries = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<RankingState> state =
      new ReadOnlyObjectWrapper<>(RankingState.OPENING);
  private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper selectedIndex = new ReadOnlyIntegerWrapper(NONE);
  private final ReadOnlyObjectWrapper<@Nullable RankedPhoto> selected =
      new ReadOnlyObjectWrapper<>();

  /** The photo a person picked; kept selected as long as it is ranked. */
  private @Nullable Path picked;

  ObservableList<RankingEntry> entries() {
    return entries;
  }

  public ReadOnlyObjectProperty<RankingState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What the photos shown are, in a few words. */
  public ReadOnlyStringProperty captionProperty() {
    return caption.getReadOnlyProperty();
  }

  /** Why nothing can be found, while that is so. */
  public ReadOnlyStringProperty obstacleProperty() {
    return obstacle.getReadOnlyProperty();
  }

  /** The photo to explain; null while nothing is ranked. */
  public ReadOnlyObjectProperty<@Nullable RankedPhoto> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  ReadOnlyIntegerProperty selectedIndexProperty() {
    return selectedIndex.getReadOnlyProperty();
  }

  /** Paths of the photos shown, best first. */
  public List<Path> paths() {
    return entries.stream().map(RankingEntry::path).toList();
  }

  /**
   * Shows a ranking. The photo that was picked stays selected if it is still ranked, else the first
   * one is.
   *
   * @param galleryPhotos how many photos were searched
   */
  public void show(List<RankedPhoto> photos, int galleryPhotos) {
    if (photos.isEmpty()) {
      showNoPhotos();
      return;
    }
    set(photos.stream().map(photo -> new RankingEntry(photo.photo().path(), photo)).toList());
    caption.set(
        photos.size() < galleryPhotos
            ? Messages.text("ui.ranking.best", photos.size(), galleryPhotos)
            : Messages.text("ui.ranking.all", photos.size()));
    state.set(RankingState.RANKED);
    int index = paths().indexOf(picked);
    mark(index < 0 ? 0 : index);
  }

  /** Shows photos of the gallery while nothing is drawn. */
  public void showGallery(List<Path> photos, int galleryPhotos) {
    if (photos.isEmpty()) {
      showNoPhotos();
      return;
    }
    picked = null;
    mark(NONE);
    set(photos.stream().map(path -> new RankingEntry(path, null)).toList());
    caption.set(Messages.text("ui.ranking.gallery", galleryPhotos));
    state.set(RankingState.NOTHING_DRAWN);
  }

  /** Says that the network or the gallery could not be opened, and why. */
  public void showObstacle(String reason) {
    empty();
    obstacle.set(reason);
    state.set(RankingState.UNAVAILABLE);
  }

  /** Says that the network and the gallery are being opened. */
  public void showOpening() {
    empty();
    state.set(RankingState.OPENING);
  }

  private void showNoPhotos() {
    empty();
    state.set(RankingState.NO_PHOTOS);
  }

  private void empty() {
    mark(NONE);
    set(List.of());
    caption.set("");
  }

  private void set(List<RankingEntry> next) {
    if (!entries.equals(next)) {
      entries.setAll(next);
    }
  }

  /** Selects the card at an index; out of range, nothing happens. Unranked photos can't be. */
  public void pick(int index) {
    if (index >= 0 && index < entries.size() && entries.get(index).ranked() != null) {
      picked = entries.get(index).path();
      mark(index);
    }
  }

  /** Selects a ranked photo; one that isn't ranked any more is not. */
  public void pick(Path photo) {
    for (int index = 0; index < entries.size(); index++) {
      if (entries.get(index).path().equals(photo)) {
        pick(index);
      }
    }
  }

  /** Moves the selection by so many cards, as far as there are any. */
  public void move(int by) {
    if (selectedIndex.get() != NONE) {
      pick(Math.clamp((long) selectedIndex.get() + by, 0, entries.size() - 1));
    }
  }

  private void mark(int index) {
    selectedIndex.set(index);
    selected.set(index == NONE ? null : entries.get(index).ranked());
  }
}
