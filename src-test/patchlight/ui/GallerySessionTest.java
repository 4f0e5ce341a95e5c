package patchlight.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import patchlight.gallery.GalleryException;
import patchlight.gallery.IndexReport;
import patchlight.gallery.Unreadable;
import patchlight.ui.gallery.GalleryFolder;
import patchlight.ui.gallery.GalleryViewModel;
import patchlight.ui.gallery.IndexingStep;

class GallerySessionTest {
  private static final Path FOLDER = Path.of("/photos");

  private final GalleryViewModel model = new GalleryViewModel();
  private final List<String> failures = new ArrayList<>();
  private int changes;
  private final GallerySession session =
      new GallerySession(
          model,
          Runnable::run,
          Runnable::run,
          () -> changes++,
          failure -> failures.add(String.valueOf(failure.getMessage())));

  private static IndexReport report(boolean cancelled, Unreadable... unreadable) {
    return new IndexReport(3, 0, 0, 0, List.of(unreadable), Duration.ZERO, cancelled);
  }

  @Test
  void progressIsShownWhileIndexing() {
    List<IndexingStep> steps = new ArrayList<>();
    session.index(
        GallerySession.Folders.of(List.of(FOLDER)),
        (folders, progress) -> {
          assertTrue(progress.update(3, 3, FOLDER));
          steps.add(Objects.requireNonNull(model.stepProperty().get()));
          return report(false);
        });

    assertEquals(List.of(new IndexingStep(3, 3)), steps);
    assertNull(model.stepProperty().get());
    assertEquals(1, changes);
  }

  @Test
  void cancelReachesTheIndexing() {
    session.index(
        GallerySession.Folders.of(List.of(FOLDER)),
        (folders, progress) -> {
          model.cancel();
          assertFalse(progress.update(1, 3, FOLDER));
          return report(true);
        });

    assertTrue(Objects.requireNonNull(model.reportProperty().get()).cancelled());
  }

  @Test
  void cancelOfOneRunDoesNotStopTheNext() {
    model.cancel();
    session.index(
        GallerySession.Folders.of(List.of(FOLDER)),
        (folders, progress) -> {
          assertTrue(progress.update(1, 3, FOLDER));
          return report(false);
        });

    assertEquals(List.of(), failures);
  }

  @Test
  void unreadableFilesAreKeptForTheReport() {
    Unreadable bad = new Unreadable(FOLDER.resolve("bad.jpg"), "It is cut off.");
    session.index(
        GallerySession.Folders.of(List.of(FOLDER)), (folders, progress) -> report(false, bad));

    assertEquals(List.of(bad), model.unreadable());
  }

  @Test
  void failureIsToldAndTheBarIsFreeAgain() {
    session.index(
        GallerySession.Folders.of(List.of(FOLDER)),
        (folders, progress) -> {
          throw new GalleryException("gallery.photoLeft");
        });

    assertEquals(1, failures.size());
    assertNull(model.stepProperty().get());
    assertEquals(1, changes);
  }

  @Test
  void foldersWithinASearchedFolderAreKnown() {
    model.showFolders(List.of(new GalleryFolder(FOLDER, false)));

    assertTrue(model.contains(FOLDER.resolve("summer")));
    assertFalse(model.contains(Path.of("/photos-of-others")));
  }
}
