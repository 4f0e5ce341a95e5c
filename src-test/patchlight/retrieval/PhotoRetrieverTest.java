package patchlight.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.gallery.NearPhoto;
import patchlight.gallery.Photo;
import patchlight.gallery.PhotoStanding;
import patchlight.gallery.RandomGallery;
import patchlight.network.DevicePreference;
import patchlight.network.Match;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.sketch.InkImage;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchRasterizer;
import patchlight.sketch.Stroke;

/** The straight line through the shipped network and a gallery of random tokens. */
class PhotoRetrieverTest {
  private static final int PHOTOS = 60;

  @TempDir static Path scratch;

  private static TokenEncoder encoder;
  private static RelationMatcher matcher;
  private static Gallery gallery;
  private static InkImage ink;
  private static PhotoRetriever retriever;

  @BeforeAll
  static void openTheNetworkAndFillAGallery() throws Exception {
    ModelBundle bundle = ModelBundle.shipped(scratch.resolve("model"));
    NetworkRuntime runtime = new NetworkRuntime(bundle, DevicePreference.CPU);
    encoder = runtime.newEncoder(1);
    matcher = runtime.newMatcher(1);
    gallery = Gallery.open(scratch.resolve("gallery"), bundle.hash());
    int side = bundle.manifest().side();
    ink =
        new SketchRasterizer(side)
            .rasterize(
                Sketch.BLANK.with(
                    new Stroke(
                        List.of(new Point(0, 0, 0), new Point(9, 4, 0), new Point(3, 9, 0)))));
    Tokens shape = new SketchEncoder(encoder).encode(ink);
    RandomGallery.fill(gallery, PHOTOS, shape, 1, (done, total, current) -> true);
    retriever = new PhotoRetriever(encoder, matcher, gallery);
  }

  @AfterAll
  static void close() throws Exception {
    gallery.close();
    matcher.close();
    encoder.close();
  }

  @Test
  void blankInkFindsNothingAndIsNoError() throws Exception {
    int side = encoder.manifest().side();
    Ranking ranking = retriever.search(new InkImage(side, new float[side * side]), 10);
    assertSame(Ranking.NOTHING_DRAWN, ranking);
    assertTrue(ranking.nothingDrawn());
  }

  @Test
  void asManyPhotosAsAskedForAreRanked() throws Exception {
    assertEquals(7, retriever.search(ink, 7).photos().size());
    assertEquals(PHOTOS, retriever.search(ink, 1000).photos().size());
  }

  @Test
  void theFirstFiftyAreMatchedAndNoMore() throws Exception {
    List<RankedPhoto> photos = retriever.search(ink, PHOTOS).photos();
    assertEquals(
        PhotoRetriever.MATCHED,
        photos.stream().filter(photo -> photo.relationScore().isPresent()).count());
  }

  @Test
  void similaritiesAreThoseOfTheExpandedQueryAndLookAlikesTogether() throws Exception {
    Ranking ranking = retriever.search(ink, PHOTOS);
    assertFalse(ranking.nothingDrawn());
    float[] sketch = ranking.sketchTokens().retrievalToken();
    float[] query =
        QueryExpansion.expanded(
            sketch,
            gallery.nearest(sketch, QueryExpansion.NEIGHBOURS).stream()
                .map(NearPhoto::retrievalToken)
                .toList());
    List<Photo> photos = ranking.photos().stream().map(RankedPhoto::photo).toList();
    float[] expected =
        new LookAlikes(gallery.tokens(photos).stream().map(Tokens::retrievalToken).toList())
            .similarities(query);
    for (RankedPhoto photo : ranking.photos()) {
      assertEquals(expected[photo.rank() - 1], photo.similarity(), 1e-4);
    }
  }

  @Test
  void firstTenPhotosAreWorthWhatTheNetworkTells() throws Exception {
    Ranking ranking = retriever.search(ink, 11);
    RankedPhoto tenth = ranking.photos().get(9);

    assertEquals(
        encoder.manifest().photoTruth().right(tenth.similarity()).orElseThrow(),
        ranking.right(tenth).orElseThrow());
    assertTrue(ranking.right(ranking.photos().get(10)).isEmpty());
  }

  @Test
  void photosStandInTheOrderOfTheirSimilarity() throws Exception {
    List<RankedPhoto> photos = retriever.search(ink, PHOTOS).photos();
    for (int i = 1; i < photos.size(); i++) {
      assertTrue(photos.get(i - 1).similarity() >= photos.get(i).similarity());
    }
  }

  @Test
  void theMatchOfARankedPhotoHasTheScoreOfTheRanking() throws Exception {
    Ranking ranking = retriever.search(ink, 3);
    RankedPhoto photo = ranking.photos().get(1);
    Match match = retriever.match(ranking, photo);
    assertEquals(photo.relationScore().orElseThrow(), match.relationScore(), 1e-4);
  }

  @Test
  void aPhotoStandsWhereTheSearchFindsIt() throws Exception {
    List<RankedPhoto> photos = retriever.search(ink, PHOTOS).photos();
    for (int rank : new int[] {1, 2, 17, PHOTOS}) {
      RankedPhoto photo = photos.get(rank - 1);
      PhotoStanding standing = retriever.standings(List.of(ink), ink, photo.photo()).getFirst();
      assertEquals(rank, standing.rank());
      assertEquals(photo.similarity(), standing.similarity(), 1e-4);
    }
  }

  @Test
  void standingsComeInTheOrderOfTheSketches() throws Exception {
    int side = encoder.manifest().side();
    InkImage dot =
        new SketchRasterizer(side)
            .rasterize(Sketch.BLANK.with(new Stroke(List.of(new Point(0, 0, 0)))));
    Photo photo = retriever.search(ink, 1).photos().getFirst().photo();

    List<PhotoStanding> both = retriever.standings(List.of(dot, ink), ink, photo);

    assertEquals(1, both.get(1).rank());
    assertEquals(
        retriever.standings(List.of(dot), ink, photo).getFirst().similarity(),
        both.get(0).similarity(),
        1e-4);
  }

  @Test
  void aPhotoThatIsNotInTheGalleryHasNoStanding() {
    Photo unknown = new Photo(Path.of("/gone.jpg"), 1, Instant.EPOCH, "gone");
    GalleryException told =
        assertThrows(
            GalleryException.class, () -> retriever.standings(List.of(ink, ink), ink, unknown));
    assertEquals("gallery.photoLeft", told.messageKey());
  }

  @Test
  void theRankingKeepsWhatExplainsIt() throws Exception {
    assertArrayEquals(ink.ink(), retriever.search(ink, 3).ink().ink());
  }

  @Test
  void theTimesOfAllThreePartsAreMeasured() throws Exception {
    SearchTimes times = retriever.search(ink, 3).times();
    assertTrue(times.encodeMillis() > 0 && times.nearestMillis() > 0 && times.matchMillis() > 0);
    assertEquals(
        times.encodeMillis() + times.nearestMillis() + times.matchMillis(), times.total(), 1e-9);
  }
}
