package patchlight.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.network.Bundles;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkException;
import patchlight.network.Tokens;

/** Two models' indexes of the same folders. */
class ModelSwitchTest {
  private static final Path HOLIDAY = Path.of("holiday").toAbsolutePath();
  private static final Path GARDEN = Path.of("garden").toAbsolutePath();

  @TempDir Path folder;
  private Gallery gallery;

  @BeforeEach
  void open() throws GalleryException {
    gallery = Gallery.open(folder.resolve("index"), "model");
  }

  @AfterEach
  void close() throws GalleryException {
    gallery.close();
  }

  @Test
  void foldersOfAnotherModelWaitUntilTheyAreIndexed() throws GalleryException {
    gallery.adopt(List.of(HOLIDAY, GARDEN));
    assertEquals(List.of(), gallery.roots());
    assertEquals(List.of(HOLIDAY, GARDEN), gallery.waiting());

    index(GARDEN, 3);

    assertEquals(List.of(GARDEN), gallery.roots());
    assertEquals(List.of(HOLIDAY), gallery.waiting());
  }

  @Test
  void waitingFoldersAreRememberedByTheIndex() throws GalleryException {
    gallery.adopt(List.of(HOLIDAY));
    gallery.close();

    open();

    assertEquals(List.of(HOLIDAY), gallery.waiting());
  }

  @Test
  void switchingBackKeepsWhatWasIndexed() throws GalleryException {
    index(HOLIDAY, 3);

    gallery.adopt(List.of(HOLIDAY));

    assertEquals(1, gallery.size());
    assertEquals(List.of(HOLIDAY), gallery.roots());
    assertEquals(List.of(), gallery.waiting());
  }

  @Test
  void folderTakenOutWhileAnotherModelSearchedLeavesWithItsPhotos() throws GalleryException {
    index(HOLIDAY, 3);
    index(GARDEN, 3);

    gallery.adopt(List.of(GARDEN));

    assertEquals(1, gallery.size());
    assertEquals(List.of(GARDEN), gallery.roots());
  }

  @Test
  void waitingFolderCanBeTakenOut() throws GalleryException {
    gallery.adopt(List.of(HOLIDAY, GARDEN));

    gallery.forget(HOLIDAY);

    assertEquals(List.of(GARDEN), gallery.waiting());
  }

  @Test
  void rebuildingIndexesWaitingFoldersToo() throws GalleryException {
    index(GARDEN, 3);
    gallery.adopt(List.of(GARDEN, HOLIDAY));

    gallery.rebuild();

    assertEquals(List.of(GARDEN, HOLIDAY), gallery.roots());
    assertEquals(List.of(), gallery.waiting());
  }

  @Test
  void emptiedIndexTakesTokensOfAnotherLength() throws GalleryException {
    index(GARDEN, 3);
    gallery.forget(GARDEN);
    gallery.close();

    gallery = Gallery.open(folder.resolve("index"), "another model");
    index(GARDEN, 768);

    assertEquals(1, gallery.size());
  }

  @Test
  void everyModelHasAPlaceOfItsOwn() throws NetworkException {
    ModelBundle small = ModelBundle.open(Bundles.smallFolder());

    assertEquals(folder.resolve("gallery"), GalleryPlace.of(folder, Bundles.shipped()));
    assertNotEquals(folder.resolve("gallery"), GalleryPlace.of(folder, small));
  }

  @Test
  void discardedIndexIsGoneAndTheOthersStay() throws Exception {
    ModelBundle small = ModelBundle.open(Bundles.smallFolder());
    Path place = GalleryPlace.of(folder, small);
    Gallery.open(place, small.hash()).close();

    GalleryPlace.discard(folder, small);
    GalleryPlace.discard(folder, small);

    assertFalse(Files.exists(place));
    assertTrue(Files.exists(folder.resolve("index")));
  }

  /** One photo with a retrieval token of so many values. */
  private void index(Path root, int dim) throws GalleryException {
    float[] token = new float[dim];
    token[0] = 1;
    Path path = root.resolve("a.jpg");
    Photo photo = new Photo(path, 1, Instant.EPOCH, "content of " + path);
    try (GalleryWriter writer = gallery.newWriter(List.of(root))) {
      writer.put(PhotoEntry.of(photo, new Tokens(token, new float[8], 4)));
      writer.finish();
    }
    gallery.refresh();
  }
}
