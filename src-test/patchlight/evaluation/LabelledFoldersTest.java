package patchlight.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.evaluation.LabelledPhotos.LabelledPhoto;
import patchlight.gallery.GalleryException;
import patchlight.gallery.Unreadable;
import patchlight.sketch.InkImage;
import patchlight.sketch.SketchException;

class LabelledFoldersTest {
  private static final String LINE = "{\"drawing\": [[[0, 10], [0, 10]]]}\n";

  @TempDir Path folder;

  @Test
  void photosComeByCategoryThenPath() throws Exception {
    touch("pig/b.jpg");
    touch("ant/z.PNG");
    touch("pig/a.webp");
    touch("pig/notes.txt");
    touch("outside.jpg");
    assertEquals(
        List.of(photo("ant", "ant/z.PNG"), photo("pig", "pig/a.webp"), photo("pig", "pig/b.jpg")),
        LabelledPhotos.read(folder).photos());
  }

  @Test
  void linkedCategoriesAreFollowedAndNeverLoop(@TempDir Path elsewhere) throws Exception {
    Files.createFile(elsewhere.resolve("a.jpg"));
    Files.createSymbolicLink(elsewhere.resolve("again"), elsewhere);
    Files.createSymbolicLink(folder.resolve("ant"), elsewhere);
    assertEquals(List.of(photo("ant", "ant/a.jpg")), LabelledPhotos.read(folder).photos());
  }

  @Test
  void aFolderWithoutPhotosSaysWhatIsNeeded() throws Exception {
    touch("ant/notes.txt");
    GalleryException e = assertThrows(GalleryException.class, () -> LabelledPhotos.read(folder));
    assertEquals("evaluation.noPhotos", e.messageKey());
  }

  @Test
  void missingFoldersAreNamed() {
    Path missing = folder.resolve("missing");
    assertEquals(
        "evaluation.photosUnreadable",
        assertThrows(GalleryException.class, () -> LabelledPhotos.read(missing)).messageKey());
    assertEquals(
        "evaluation.sketchesUnreadable",
        assertThrows(SketchException.class, () -> LabelledSketches.read(missing)).messageKey());
  }

  @Test
  void sketchCategoriesAreFilesOrFolders() throws Exception {
    write("ant.ndjson", LINE);
    touch("crab.ndjson.gz");
    touch("lion/one.png");
    touch("readme.txt");
    assertEquals(Set.of("ant", "crab", "lion"), LabelledSketches.read(folder).files().keySet());
  }

  @Test
  void noMoreSketchesThanTheLimitAreRead() throws Exception {
    write("ant.ndjson", LINE.repeat(9));
    List<Unreadable> unreadable = new ArrayList<>();
    List<InkImage> inks = LabelledSketches.read(folder).inks("ant", 4, 32, unreadable::add);
    assertEquals(4, inks.size());
    assertEquals(List.of(), unreadable);
  }

  @Test
  void anUnreadableSketchIsReportedAndTheOthersAreRead() throws Exception {
    write("ant/a.svg", "no drawing at all");
    write("ant/b.ndjson", LINE);
    List<Unreadable> unreadable = new ArrayList<>();
    List<InkImage> inks = LabelledSketches.read(folder).inks("ant", 9, 32, unreadable::add);
    assertEquals(1, inks.size());
    assertEquals(folder.resolve("ant/a.svg"), unreadable.getFirst().path());
    assertTrue(unreadable.getFirst().reason().contains("a.svg"));
  }

  private LabelledPhoto photo(String category, String path) {
    return new LabelledPhoto(category, folder.resolve(path));
  }

  private void touch(String path) throws IOException {
    write(path, "");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
