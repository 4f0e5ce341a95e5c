package patchlight.ui.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import patchlight.ui.SomePhotos;

class RankingViewModelTest {
  private final RankingViewModel model = new RankingViewModel();

  private String selected() {
    return Objects.requireNonNull(model.selectedProperty().get()).photo().contentHash();
  }

  @Test
  void firstPhotoIsSelectedUntilOneIsPicked() {
    model.show(SomePhotos.ranked("a", "b", "c"), 3);
    assertEquals("a", selected());

    model.show(SomePhotos.ranked("b", "c", "a"), 3);

    assertEquals("b", selected());
  }

  @Test
  void pickedPhotoStaysSelectedAsLongAsItIsRanked() {
    model.show(SomePhotos.ranked("a", "b", "c"), 3);
    model.pick(2);
    model.show(SomePhotos.ranked("x", "c", "y"), 3);
    assertEquals("c", selected());

    model.show(SomePhotos.ranked("x", "y"), 3);
    assertEquals("x", selected());
  }

  @Test
  void arrowsStopAtTheEnds() {
    model.show(SomePhotos.ranked("a", "b", "c"), 3);
    model.move(-2);
    assertEquals("a", selected());
    model.move(1);
    assertEquals("b", selected());

    model.move(7);
    assertEquals("c", selected());
  }

  @Test
  void photosOfABlankSheetCannotBeSelected() {
    model.showGallery(List.of(SomePhotos.path("a"), SomePhotos.path("b")), 2);
    model.pick(1);
    model.move(1);

    assertNull(model.selectedProperty().get());
    assertEquals(RankingState.NOTHING_DRAWN, model.stateProperty().get());
  }

  @Test
  void galleryWithoutPhotosAsksForSome() {
    model.showGallery(List.of(), 0);

    assertEquals(RankingState.NO_PHOTOS, model.stateProperty().get());
  }

  @Test
  void photoIsPickedByItsPathAsLongAsItIsRanked() {
    model.show(SomePhotos.ranked("a", "b"), 2);
    model.pick(SomePhotos.path("b"));
    assertEquals(1, model.selectedIndexProperty().get());

    model.pick(SomePhotos.path("c"));
    assertEquals(1, model.selectedIndexProperty().get());
  }

  @Test
  void obstacleTakesThePhotosAway() {
    model.show(SomePhotos.ranked("a"), 1);
    model.showObstacle("The file encoder.onnx is missing.");

    assertEquals(List.of(), model.paths());
    assertNull(model.selectedProperty().get());
    assertEquals("The file encoder.onnx is missing.", model.obstacleProperty().get());
  }
}
