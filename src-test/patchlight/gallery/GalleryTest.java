package patchlight.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.network.Tokens;

class GalleryTest {
  private static final int DIM = 24;
  private static final Path ROOT = Path.of("photos").toAbsolutePath();

  private final Random random = new Random(11);
  private final List<PhotoEntry> entries = new ArrayList<>();

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
  void newGalleryIsEmptyAndAnswersNothing() throws GalleryException {
    assertEquals(0, gallery.size());
    assertEquals(List.of(), gallery.nearest(unit(DIM), 5));
    assertFalse(gallery.madeByAnotherModel());
    assertEquals(Optional.empty(), gallery.notice());
  }

  @Test
  void nearestAreExactOverManyCommits() throws GalleryException {
    fill(400, 37);
    float[] query = unit(DIM);

    List<NearPhoto> near = gallery.nearest(query, 50);

    List<PhotoEntry> expected =
        entries.stream()
            .sorted(Comparator.comparingDouble(entry -> -dot(query, entry.retrievalToken())))
            .limit(50)
            .toList();
    for (int i = 0; i < 50; i++) {
      assertEquals(expected.get(i).photo(), near.get(i).photo(), "rank " + (i + 1));
    }
  }

  @Test
  void similarityIsTheCosine() throws GalleryException {
    fill(30, 30);
    float[] query = unit(DIM);

    for (NearPhoto near : gallery.nearest(query, 30)) {
      PhotoEntry entry =
          entries.stream().filter(e -> e.photo().equals(near.photo())).findFirst().orElseThrow();
      assertEquals(dot(query, entry.retrievalToken()), near.similarity(), 1e-6);
    }
  }

  @Test
  void standingIsTheRankAmongAllPhotosThatAreLeft() throws GalleryException {
    fill(90, 37);
    float[] query = unit(DIM);
    List<NearPhoto> near = gallery.nearest(query, 90);
    try (GalleryWriter writer = gallery.newWriter(List.of())) {
      writer.remove(near.get(3).photo().path());
      writer.finish();
    }
    gallery.refresh();

    PhotoStanding standing = gallery.standing(query, near.get(60).photo());

    assertEquals(60, standing.rank());
    assertEquals(near.get(60).similarity(), standing.similarity(), 1e-6);
    assertThrows(GalleryException.class, () -> gallery.standing(query, near.get(3).photo()));
  }

  @Test
  void askingForMoreThanThereAreGivesAll() throws GalleryException {
    fill(20, 7);

    assertEquals(20, gallery.nearest(unit(DIM), 1000).size());
  }

  @Test
  void tokensComeBackInTheOrderAskedFor() throws GalleryException {
    fill(10, 4);

    List<Tokens> tokens = gallery.tokens(List.of(entries.get(7).photo(), entries.get(2).photo()));

    assertArrayEquals(entries.get(7).retrievalToken(), tokens.get(0).retrievalToken());
    assertArrayEquals(entries.get(7).tokens().patchTokens(), tokens.get(0).patchTokens());
    assertArrayEquals(entries.get(2).retrievalToken(), tokens.get(1).retrievalToken());
    assertEquals(4, tokens.get(0).rows());
  }

  @Test
  void tokensOfAPhotoThatLeftAreRefused() throws GalleryException {
    fill(3, 3);
    Photo gone = entries.get(1).photo();
    try (GalleryWriter writer = gallery.newWriter(List.of())) {
      writer.remove(gone.path());
      writer.finish();
    }
    gallery.refresh();

    GalleryException refused =
        assertThrows(GalleryException.class, () -> gallery.tokens(List.of(gone)));

    assertEquals("gallery.photoLeft", refused.messageKey());
  }

  @Test
  void photoIsFoundByItsPath() throws GalleryException {
    fill(5, 2);

    assertEquals(Optional.of(entries.get(3).photo()), gallery.find(entries.get(3).photo().path()));
    assertEquals(Optional.empty(), gallery.find(ROOT.resolve("never.jpg")));
  }

  @Test
  void photoPutAgainReplacesItself() throws GalleryException {
    fill(5, 5);
    PhotoEntry again = entry(3, DIM);
    put(List.of(again), 1);

    assertEquals(5, gallery.size());
    assertEquals(again.photo(), gallery.nearest(again.retrievalToken(), 1).getFirst().photo());
  }

  @Test
  void whatWasNotCommittedIsNotThere() throws GalleryException {
    fill(4, 4);
    try (GalleryWriter writer = gallery.newWriter(List.of())) {
      writer.put(entry(99, DIM));
    }
    gallery.refresh();

    assertEquals(4, gallery.size());
  }

  @Test
  void galleryIsTheSameAfterReopening() throws GalleryException {
    fill(6, 3);
    gallery.close();
    gallery = Gallery.open(folder.resolve("index"), "model");

    assertEquals(6, gallery.size());
    assertEquals(List.of(ROOT), gallery.roots());
  }

  @Test
  void forgottenRootTakesItsPhotosAlong() throws GalleryException {
    fill(6, 3);
    Path other = Path.of("photos2").toAbsolutePath();
    PhotoEntry kept = entry(0, DIM).as(photo(other.resolve("a.jpg"), 1));
    try (GalleryWriter writer = gallery.newWriter(List.of(other))) {
      writer.put(kept);
      writer.finish();
    }

    gallery.forget(ROOT);

    assertEquals(1, gallery.size());
    assertEquals(List.of(other), gallery.roots());
  }

  @Test
  void photosOfAnotherRootInsideAForgottenOneStay() throws GalleryException {
    fill(6, 3);
    Path inside = ROOT.resolve("inside");
    PhotoEntry kept = entry(0, DIM).as(photo(inside.resolve("a.jpg"), 1));
    try (GalleryWriter writer = gallery.newWriter(List.of(inside))) {
      writer.put(kept);
      writer.finish();
    }

    gallery.forget(ROOT);

    assertEquals(1, gallery.size());
    assertTrue(gallery.find(kept.photo().path()).isPresent());
  }

  @Test
  void indexOfAnotherModelIsRecognisedAndNotSearched() throws GalleryException {
    fill(3, 3);
    try (Gallery other = Gallery.open(folder.resolve("index"), "another model")) {
      assertTrue(other.madeByAnotherModel());
      assertEquals(
          "gallery.otherModel",
          assertThrows(GalleryException.class, () -> other.nearest(unit(DIM), 1)).messageKey());
      assertEquals(
          "gallery.otherModel",
          assertThrows(GalleryException.class, () -> other.newWriter(List.of()).close())
              .messageKey());
    }
  }

  @Test
  void rebuiltIndexKeepsItsRootsAndTakesTokensOfAnotherLength() throws GalleryException {
    fill(3, 3);
    try (Gallery other = Gallery.open(folder.resolve("index"), "another model")) {
      other.rebuild();

      assertEquals(0, other.size());
      assertEquals(List.of(ROOT), other.roots());
      PhotoEntry longer = entry(1, 2 * DIM);
      try (GalleryWriter writer = other.newWriter(List.of())) {
        writer.put(longer);
        writer.finish();
      }
      assertEquals(longer.photo(), other.nearest(longer.retrievalToken(), 1).getFirst().photo());
    }
  }

  @Test
  void secondInstanceSearchesWhileTheFirstIndexesAndSaysWhyItCannot() throws GalleryException {
    fill(3, 3);
    try (Gallery second = Gallery.open(folder.resolve("index"), "model");
        GalleryWriter writer = gallery.newWriter(List.of())) {
      writer.put(entry(50, DIM));

      assertEquals(3, second.nearest(unit(DIM), 10).size());
      assertTrue(second.notice().orElseThrow().contains("being changed"));
      assertEquals(
          "gallery.locked",
          assertThrows(GalleryException.class, () -> second.newWriter(List.of()).close())
              .messageKey());

      writer.finish();
      assertEquals(4, second.nearest(unit(DIM), 10).size());
      assertEquals(Optional.empty(), second.notice());
    }
  }

  @Test
  void damagedIndexSaysWhatToDo() throws GalleryException, IOException {
    fill(3, 3);
    gallery.close();
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".lock")).toList()) {
        Files.write(file, new byte[100]);
      }
    }

    GalleryException refused =
        assertThrows(
            GalleryException.class, () -> Gallery.open(folder.resolve("index"), "model").close());

    assertEquals("gallery.damaged", refused.messageKey());
    gallery = Gallery.open(folder.resolve("index2"), "model");
  }

  private void fill(int photos, int commitEvery) throws GalleryException {
    List<PhotoEntry> more = new ArrayList<>();
    for (int i = 0; i < photos; i++) {
      more.add(entry(i, DIM));
    }
    put(more, commitEvery);
    entries.addAll(more);
  }

  private void put(List<PhotoEntry> more, int commitEvery) throws GalleryException {
    try (GalleryWriter writer = gallery.newWriter(List.of(ROOT))) {
      for (int i = 0; i < more.size(); i++) {
        writer.put(more.get(i));
        if (i % commitEvery == commitEvery - 1) {
          writer.commit();
        }
      }
      writer.finish();
    }
    gallery.refresh();
  }

  private PhotoEntry entry(int number, int dim) {
    float[] patches = new float[4 * 8];
    for (int i = 0; i < patches.length; i++) {
      patches[i] = (float) random.nextGaussian();
    }
    return PhotoEntry.of(
        photo(ROOT.resolve(number + ".jpg"), number), new Tokens(unit(dim), patches, 4));
  }

  private static Photo photo(Path path, int number) {
    return new Photo(path, 1000 + number, Instant.ofEpochMilli(number), "content" + number);
  }

  private float[] unit(int dim) {
    float[] values = new float[dim];
    double squares = 0;
    for (int i = 0; i < dim; i++) {
      values[i] = (float) random.nextGaussian();
      squares += values[i] * values[i];
    }
    for (int i = 0; i < dim; i++) {
      values[i] /= (float) Math.sqrt(squares);
    }
    return values;
  }

  private static double dot(float[] one, float[] other) {
    double dot = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
    }
    return dot;
  }
}
