package patchlight.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.network.Tokens;

class GalleryOnBadGroundTest {
  private static final long PLENTY = 1 << 30;

  @TempDir Path folder;

  @Test
  void fullDiskKeepsTheLastCommitAndSaysWhatToDo() throws Exception {
    FullDisk disk = new FullDisk(FSDirectory.open(folder), PLENTY);
    try (Gallery gallery = Gallery.open(disk, folder, "model")) {
      fill(gallery, 0, 5);
      disk.setFree(300);

      GalleryException full = assertThrows(GalleryException.class, () -> fill(gallery, 100, 200));

      assertEquals("gallery.full", full.messageKey());
      assertTrue(full.getMessage().contains("Free some space"));
      assertEquals(5, gallery.size());
    }
  }

  @Test
  void indexingGoesOnOnceThereIsSpaceAgain() throws Exception {
    FullDisk disk = new FullDisk(FSDirectory.open(folder), PLENTY);
    try (Gallery gallery = Gallery.open(disk, folder, "model")) {
      disk.setFree(300);
      assertThrows(GalleryException.class, () -> fill(gallery, 0, 200));

      disk.setFree(PLENTY);
      fill(gallery, 0, 200);

      assertEquals(200, gallery.size());
    }
  }

  @Test
  void folderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    GalleryException refused =
        assertThrows(
            GalleryException.class, () -> Gallery.open(file.resolve("index"), "model").close());

    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
  }

  @Test
  void refusalsOfTheFileSystemAreToldAsReadOnly() {
    for (IOException refusal :
        List.of(
            new AccessDeniedException("write.lock"),
            new FileSystemException("write.lock", null, "Read-only file system"))) {
      assertEquals("gallery.readOnly", IndexTrouble.explained(refusal, folder).messageKey());
    }
  }

  private static void fill(Gallery gallery, int from, int photos) throws GalleryException {
    try (GalleryWriter writer = gallery.newWriter(List.of())) {
      for (int i = from; i < from + photos; i++) {
        Photo photo = new Photo(Path.of("/photos/" + i + ".jpg"), 1, Instant.EPOCH, "content" + i);
        writer.put(PhotoEntry.of(photo, new Tokens(new float[] {0, 1}, new float[64], 4)));
      }
      writer.finish();
    }
    gallery.refresh();
  }
}
