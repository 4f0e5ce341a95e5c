package patchlight.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import patchlight.evaluation.LabelledPhotos.LabelledPhoto;
import patchlight.gallery.GalleryException;

class FileListTest {
  @TempDir Path root;

  @BeforeEach
  void makePictures() throws IOException {
    for (String name :
        List.of("images/alarm clock/1.jpg", "images/bus/1.jpg", "images/bus/2.jpg")) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  @Test
  void picturesComeInTheOrderOfTheListAndPathsMayHoldSpaces() throws Exception {
    FileList list = read("images/bus/2.jpg 1\n\nimages/alarm clock/1.jpg 0\r\nimages/bus/1.jpg\t1");
    assertEquals(
        List.of(
            picture("1", "images/bus/2.jpg"),
            picture("0", "images/alarm clock/1.jpg"),
            picture("1", "images/bus/1.jpg")),
        list.photos().photos());
    assertEquals(
        Map.of(
            "0",
            List.of(root.resolve("images/alarm clock/1.jpg")),
            "1",
            List.of(root.resolve("images/bus/2.jpg"), root.resolve("images/bus/1.jpg"))),
        list.sketches().files());
  }

  @Test
  void missingFilesAreListedAndTheOthersStay() throws Exception {
    FileList list = read("images/bus/1.jpg 1\nimages/bus/9.jpg 1\n");
    assertEquals(List.of(root.resolve("images/bus/9.jpg")), list.missing());
    assertEquals(List.of(picture("1", "images/bus/1.jpg")), list.pictures());
  }

  @ParameterizedTest
  @ValueSource(strings = {"images/bus/1.jpg", "7"})
  void aWrongLineIsNamedWithItsFileAndNumber(String line) {
    GalleryException e =
        assertThrows(GalleryException.class, () -> read("images/bus/1.jpg 1\n\n" + line + "\n"));
    assertEquals("evaluation.badLine", e.messageKey());
    assertTrue(e.getMessage().contains("list.txt, line 3"), e.getMessage());
  }

  @Test
  void aListOfMissingFilesOnlyPointsToTheRoot() {
    GalleryException e = assertThrows(GalleryException.class, () -> read("elsewhere/1.jpg 1\n"));
    assertEquals("evaluation.nothingListed", e.messageKey());
  }

  @Test
  void aMissingListIsNamed() {
    GalleryException e =
        assertThrows(GalleryException.class, () -> FileList.read(root.resolve("gone.txt"), root));
    assertEquals("evaluation.listUnreadable", e.messageKey());
  }

  @Test
  void onlyTheFirstPhotosOfEachCategoryAreKept() throws Exception {
    LabelledPhotos photos =
        read("images/bus/2.jpg 1\nimages/bus/1.jpg 1\nimages/alarm clock/1.jpg 0\n").photos();
    assertEquals(
        List.of(picture("1", "images/bus/2.jpg"), picture("0", "images/alarm clock/1.jpg")),
        photos.firstOfEach(1).photos());
  }

  private FileList read(String text) throws IOException, GalleryException {
    return FileList.read(Files.writeString(root.resolve("list.txt"), text), root);
  }

  private LabelledPhoto picture(String label, String path) {
    return new LabelledPhoto(label, root.resolve(path));
  }
}
