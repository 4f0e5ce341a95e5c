package patchlight.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.network.Bundles;
import patchlight.network.NetworkException;
import patchlight.network.Pixels;
import patchlight.network.TokenEncoder;

class GalleryIndexerTest {
  private static final IndexProgress GO_ON = (done, total, current) -> true;

  private static TokenEncoder encoder;

  @TempDir Path folder;
  private Path photos;
  private PhotoReader reader;
  private Gallery gallery;

  @BeforeAll
  static void openEncoder() throws NetworkException {
    encoder = Bundles.onCpu().newEncoder(2);
  }

  @AfterAll
  static void closeEncoder() {
    encoder.close();
  }

  @BeforeEach
  void open() throws GalleryException, IOException {
    photos = Files.createDirectory(folder.resolve("photos"));
    reader = new PhotoReader(encoder.manifest().side());
    gallery = Gallery.open(folder.resolve("index"), "model");
  }

  @AfterEach
  void close() throws GalleryException {
    gallery.close();
  }

  @Test
  void everyPhotoOfTheTreeIsAddedAndFindsItself() throws Exception {
    List<Path> files = write("a.png", "sub/b.jpg", "sub/deeper/c.gif", "d.bmp", "E.PNG");

    IndexReport report = index();

    assertEquals(5, report.added());
    assertEquals(List.of(), report.unreadable());
    assertEquals(List.of(photos), gallery.roots());
    for (Path file : files) {
      float[] token =
          encoder.encode(Pixels.ofRgb(reader.squashed(file), encoder.manifest())).retrievalToken();
      NearPhoto nearest = gallery.nearest(token, 1).getFirst();
      assertEquals(file, nearest.photo().path());
      assertEquals(1, nearest.similarity(), 1e-3);
    }
  }

  @Test
  void secondRunTouchesOnlyWhatChanged() throws Exception {
    List<Path> files = write("a.png", "b.png", "c.png");
    index();
    Pictures.write(files.get(1), 77);
    Files.setLastModifiedTime(files.get(1), FileTime.fromMillis(1_000_000));

    IndexReport second = index();

    assertEquals(1, second.added());
    assertEquals(2, second.unchanged());
    assertEquals(3, gallery.size());
  }

  @Test
  void movedPhotoIsKnownAgain() throws Exception {
    List<Path> files = write("a.png", "b.png");
    index();
    Path moved = photos.resolve("later/renamed.png");
    Files.createDirectories(photos.resolve("later"));
    Files.move(files.get(0), moved);

    IndexReport second = index();

    assertEquals(1, second.moved());
    assertEquals(0, second.added());
    assertEquals(2, gallery.size());
    assertTrue(gallery.find(moved).isPresent());
    assertTrue(gallery.find(files.get(0)).isEmpty());
  }

  @Test
  void copyIsAPhotoOfItsOwn() throws Exception {
    List<Path> files = write("a.png");
    index();
    Files.copy(files.get(0), photos.resolve("copy.png"));

    IndexReport second = index();

    assertEquals(1, second.added());
    assertEquals(0, second.moved());
    assertEquals(2, gallery.size());
  }

  @Test
  void deletedPhotoLeavesTheIndex() throws Exception {
    List<Path> files = write("a.png", "b.png");
    index();
    Files.delete(files.get(0));

    IndexReport second = index();

    assertEquals(1, second.removed());
    assertEquals(1, gallery.size());
  }

  @Test
  void photosOfAnUnpluggedFolderStay() throws Exception {
    write("a.png", "b.png");
    index();
    Files.move(photos, folder.resolve("elsewhere"));

    IndexReport second = index();

    assertEquals(0, second.removed());
    assertEquals(2, gallery.size());
    assertEquals(photos, second.unreadable().getFirst().path());
  }

  @Test
  void unreadableFilesAreReportedAndTheRestIsIndexed() throws Exception {
    write("a.png", "z.png");
    Files.createFile(photos.resolve("empty.jpg"));
    Files.writeString(photos.resolve("letter.jpg"), "no photo".repeat(20));
    Pictures.cut(Pictures.write(photos.resolve("cut.png"), 9));

    IndexReport report = index();

    assertEquals(2, report.added());
    assertEquals(
        List.of("cut.png", "empty.jpg", "letter.jpg"),
        report.unreadable().stream()
            .map(row -> row.path().getFileName().toString())
            .sorted()
            .toList());
    assertEquals(3, report.unreadable().stream().map(Unreadable::reason).distinct().count());
  }

  @Test
  void photoThatWasDamagedSinceLeavesTheIndex() throws Exception {
    List<Path> files = write("a.png", "b.png");
    index();
    Pictures.cut(files.get(0));

    IndexReport second = index();

    assertEquals(1, second.unreadable().size());
    assertEquals(1, gallery.size());
  }

  @Test
  void cancelledRunKeepsWhatItHasAndIsResumed() throws Exception {
    for (int i = 0; i < 40; i++) {
      Pictures.write(photos.resolve(i + ".png"), i);
    }

    IndexReport first = indexer().index(List.of(photos), (done, total, current) -> done < 16);

    assertTrue(first.cancelled());
    assertTrue(first.added() >= 16 && first.added() < 40, "added " + first.added());
    assertEquals(first.added(), gallery.size());
    IndexReport second = index();
    assertFalse(second.cancelled());
    assertEquals(first.added(), second.unchanged());
    assertEquals(40, gallery.size());
  }

  @Test
  void progressCountsToTheTotal() throws Exception {
    write("a.png", "b.png", "c.png");
    Files.createFile(photos.resolve("empty.jpg"));
    List<String> told = new ArrayList<>();

    indexer().index(List.of(photos), (done, total, current) -> told.add(done + "/" + total));

    assertEquals(List.of("1/4", "2/4", "3/4", "4/4"), told);
  }

  @Test
  void folderRemovedWhileIndexingEndsInAReport() throws Exception {
    for (int i = 0; i < 80; i++) {
      Pictures.write(photos.resolve(i + ".png"), i);
    }

    IndexReport report =
        indexer()
            .index(
                List.of(photos),
                (done, total, current) -> {
                  deleteTree(photos);
                  return true;
                });

    assertFalse(report.unreadable().isEmpty());
    assertEquals(80, report.added() + report.unreadable().size());
    assertEquals(report.added(), gallery.size());
  }

  @Test
  void hiddenFilesAndFoldersAreLeftOut() throws Exception {
    write("a.png", ".hidden.png", ".cache/b.png");

    assertEquals(1, index().added());
  }

  @Test
  void linksInACircleEnd() throws Exception {
    write("sub/a.png");
    Files.createSymbolicLink(photos.resolve("sub/again"), photos);

    IndexReport report = index();

    assertEquals(1, report.added());
    assertEquals(List.of(), report.unreadable());
  }

  @Test
  void folderInsideAnotherIsIndexedOnce() throws Exception {
    write("a.png", "sub/b.png");

    IndexReport report = indexer().index(List.of(photos, photos.resolve("sub")), GO_ON);

    assertEquals(2, report.added());
    assertEquals(2, gallery.size());
  }

  @Test
  void commitsAreSearchedWhileIndexingGoesOn() throws Exception {
    for (int i = 0; i < 30; i++) {
      Pictures.write(photos.resolve(i + ".png"), i);
    }
    List<Integer> sizes = new ArrayList<>();

    new GalleryIndexer(gallery, encoder, reader, 1, Duration.ZERO)
        .index(
            List.of(photos),
            (done, total, current) -> {
              sizes.add(sizeNow());
              return true;
            });

    assertTrue(sizes.get(20) > 0, "sizes " + sizes);
  }

  private int sizeNow() {
    try {
      return gallery.size();
    } catch (GalleryException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> write(String... names) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      files.add(Pictures.write(photos.resolve(name), name.hashCode()));
    }
    return files;
  }

  private GalleryIndexer indexer() {
    return new GalleryIndexer(gallery, encoder, reader, 2);
  }

  private IndexReport index() throws GalleryException, NetworkException {
    return indexer().index(List.of(photos), GO_ON);
  }

  private static void deleteTree(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
