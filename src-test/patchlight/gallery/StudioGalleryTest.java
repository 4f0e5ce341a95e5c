package patchlight.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioGalleryTest {
  @TempDir Path folder;

  @Test
  void everyPhotoThatIsUnpackedIsReadable() throws GalleryException {
    List<Path> photos = PhotoFolder.list(StudioGallery.unpack(folder.resolve("studio"))).photos();

    assertFalse(photos.isEmpty());
    PhotoReader reader = new PhotoReader(32);
    for (Path photo : photos) {
      assertEquals(32 * 32, reader.squashed(photo).length);
    }
  }

  @Test
  void alteredPhotoIsRestoredAndOthersAreLeftAlone() throws GalleryException, IOException {
    List<Path> photos = PhotoFolder.list(StudioGallery.unpack(folder)).photos();
    byte[] whole = Files.readAllBytes(photos.getFirst());
    var untouched = Files.getLastModifiedTime(photos.getLast());
    Files.writeString(photos.getFirst(), "altered");

    StudioGallery.unpack(folder);

    assertArrayEquals(whole, Files.readAllBytes(photos.getFirst()));
    assertEquals(untouched, Files.getLastModifiedTime(photos.getLast()));
  }

  @Test
  void photosLieInTheirCategory() throws GalleryException {
    Path photo = PhotoFolder.list(StudioGallery.unpack(folder)).photos().getFirst();
    Path category = photo.getName(photo.getNameCount() - 2);

    assertTrue(photo.getFileName().toString().startsWith(category.toString()), photo.toString());
  }
}
