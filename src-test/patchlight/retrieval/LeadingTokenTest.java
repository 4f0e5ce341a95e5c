package patchlight.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.explanation.Correspondence;
import patchlight.explanation.Explanation;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryIndexer;
import patchlight.gallery.PhotoReader;
import patchlight.network.Bundles;
import patchlight.network.DevicePreference;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.sketch.InkImage;

/**
 * A network whose tokens begin with a row that is no place, as an official ZSE-SBIR checkpoint's
 * do: src-test/model/write_leading_token_bundle.py says what it computes. One cell of a white
 * sketch is inked, another cell of a white photo is black.
 */
class LeadingTokenTest {
  private static final int INKED = 3;
  private static final int BLACK = 9;

  @TempDir static Path scratch;

  private static TokenEncoder encoder;
  private static RelationMatcher matcher;
  private static Gallery gallery;
  private static PhotoRetriever retriever;
  private static Ranking ranking;

  @BeforeAll
  static void indexAndSearch() throws Exception {
    ModelBundle bundle = ModelBundle.openForeign(Bundles.leadingTokenFolder());
    NetworkRuntime runtime = new NetworkRuntime(bundle, DevicePreference.CPU);
    encoder = runtime.newEncoder(1);
    matcher = runtime.newMatcher(1);
    gallery = Gallery.open(scratch.resolve("gallery"), bundle.hash());
    int side = bundle.manifest().side();
    Path photos = Files.createDirectory(scratch.resolve("photos"));
    ImageIO.write(photo(side), "png", photos.resolve("photo.png").toFile());
    new GalleryIndexer(gallery, encoder, new PhotoReader(side), 1)
        .index(List.of(photos), (done, total, current) -> true);
    retriever = new PhotoRetriever(encoder, matcher, gallery);
    ranking = retriever.search(sketch(side), 1);
  }

  @AfterAll
  static void close() throws Exception {
    gallery.close();
    matcher.close();
    encoder.close();
  }

  @Test
  void leadingRowIsNoPatch() {
    assertEquals(16, encoder.manifest().patches());
    assertEquals(17, ranking.sketchTokens().rows());
  }

  @Test
  void leadingRowReachesTheMatcher() {
    // Both pictures' mean is (15 - 1) / 16 in each of three colours.
    double expected = 1 / (1 + Math.exp(-3 * 0.875 * 0.875));

    assertEquals(
        expected, ranking.photos().getFirst().relationScore().orElseThrow(), 1e-5, "score");
  }

  @Test
  void matchIsExplainedInTruePlaces() throws Exception {
    Explanation explanation =
        Explanation.of(retriever.match(ranking, ranking.photos().getFirst()), ranking.ink());

    Correspondence strongest = explanation.strongest(5).getFirst();
    assertEquals(INKED, strongest.sketchPatch());
    assertEquals(BLACK, strongest.photoPatch());
    assertEquals(16, explanation.heatOnPhoto(INKED).length);
    assertEquals(1, explanation.heatOnPhoto(INKED)[BLACK]);
    assertTrue(explanation.confidence() > 0.9);
  }

  private static InkImage sketch(int side) {
    float[] ink = new float[side * side];
    int cell = side / 4;
    for (int y = 0; y < cell; y++) {
      for (int x = 0; x < cell; x++) {
        ink[(INKED / 4 * cell + y) * side + INKED % 4 * cell + x] = 1;
      }
    }
    return new InkImage(side, ink);
  }

  private static BufferedImage photo(int side) {
    BufferedImage photo = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = photo.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(Color.BLACK);
    int cell = side / 4;
    graphics.fillRect(BLACK % 4 * cell, BLACK / 4 * cell, cell, cell);
    graphics.dispose();
    return photo;
  }
}
