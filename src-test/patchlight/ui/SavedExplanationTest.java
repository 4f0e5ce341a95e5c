package patchlight.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.StrokeInfluence;
import patchlight.explanation.export.ExplanationExport;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryIndexer;
import patchlight.gallery.PhotoReader;
import patchlight.network.Bundles;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.retrieval.PhotoRetriever;
import patchlight.retrieval.RankedPhoto;
import patchlight.retrieval.Ranking;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchRasterizer;
import patchlight.sketch.SketchReader;
import patchlight.ui.explanation.EvidenceViewModel;
import patchlight.ui.explanation.ExplanationPart;
import patchlight.ui.explanation.ShownExplanation;

/**
 * The second of twelve mugs, found with the sample sketch of one: what is saved of it tells the
 * figures that the window shows, which are measured here as the window measures them.
 */
class SavedExplanationTest {
  private static final Path MUGS = Path.of("assets/gallery/photos/mug");
  private static final Path SKETCH = Path.of("assets/patchlight/sketches/mug.ndjson");
  private static final int RANK = 2;

  @TempDir static Path home;

  private static TokenEncoder encoder;
  private static RelationMatcher matcher;
  private static Gallery gallery;
  private static ShownExplanation shown;
  private static Faithfulness faithfulness;
  private static StrokeInfluence strokes;
  private static int photos;

  @BeforeAll
  static void showAndSave() throws Exception {
    NetworkRuntime runtime = Bundles.onCpu();
    int side = runtime.bundle().manifest().side();
    encoder = runtime.newEncoder(1);
    matcher = runtime.newMatcher(1);
    gallery = Gallery.open(home.resolve("gallery"), runtime.bundle().hash());
    new GalleryIndexer(gallery, encoder, new PhotoReader(side), 1)
        .index(List.of(MUGS), (done, total, current) -> true);
    photos = gallery.size();
    shown = shown(SketchReader.read(SKETCH), side);
    try (Examiner examiner = new Examiner(runtime, matcher, gallery, 1)) {
      EvidenceViewModel evidence = new EvidenceViewModel();
      ExaminationRound round = new ExaminationRound(evidence, Runnable::run);
      examiner.examine(shown, ExplanationPart.MATCHES, round);
      examiner.examine(shown, ExplanationPart.STROKES, round);
      faithfulness = Objects.requireNonNull(evidence.faithfulnessProperty().get());
      strokes = Objects.requireNonNull(evidence.influenceProperty().get());
      ExplanationExport saved = new SavedExplanation(shown, examiner).export(photos);
      for (String format : List.of("png", "svg", "html")) {
        saved.write(home.resolve("why." + format));
      }
    }
  }

  private static ShownExplanation shown(Sketch sketch, int side) throws Exception {
    PhotoRetriever retriever = new PhotoRetriever(encoder, matcher, gallery);
    Ranking ranking = retriever.search(new SketchRasterizer(side).rasterize(sketch), photos);
    RankedPhoto photo = ranking.photos().get(RANK - 1);
    Explanation explanation = Explanation.of(retriever.match(ranking, photo), ranking.ink());
    return new ShownExplanation(photo, sketch, ranking, explanation);
  }

  @AfterAll
  static void close() throws Exception {
    gallery.close();
    matcher.close();
    encoder.close();
  }

  @Test
  void bothTellTheSimilarityOfTheTwoPictures() throws Exception {
    float[] photo = gallery.tokens(List.of(shown.photo().photo())).getFirst().retrievalToken();
    double own = Tokens.cosine(shown.ranking().sketchTokens().retrievalToken(), photo);
    told("Similarity %.3f, relation score".formatted(own));
    told("Similarity %.3f: how alike".formatted(own));
  }

  @Test
  void bothTellTheRankAndTheSimilarityOfTheSearch() throws Exception {
    told("this photo is no. %d of %d.".formatted(RANK, photos));
    told("the similarity is %.3f.".formatted(shown.photo().similarity()));
  }

  @Test
  void bothTellTheRankByRelationScore() throws Exception {
    double score = shown.photo().relationScore().orElseThrow();
    long higher =
        shown.ranking().photos().stream()
            .filter(other -> other.relationScore().orElseThrow() > score)
            .count();
    told("no. %d among the %d most similar".formatted(higher + 1, photos));
  }

  @Test
  void bothTellWhetherTheExplanationHolds() throws Exception {
    assertTrue(faithfulness.measurable(), "a mug is found with the sketch of a mug");
    told(faithfulness.sentence());
    told("Faithfulness %.2f by covering".formatted(faithfulness.score()));
  }

  @Test
  void bothTellWhatTheWeightiestStrokeDoes() throws Exception {
    double largest = strokes.largestGain();
    told(
        strokes.effects().stream()
            .filter(effect -> Math.abs(strokes.gain(effect)) == largest)
            .findFirst()
            .map(strokes::sentence)
            .orElseThrow());
  }

  @Test
  void bothCompareWithTheFirstPhoto() throws Exception {
    told("What it lacks against " + shown.first().photo().path().getFileName());
  }

  @Test
  void thePictureIsAsLargeAsTheDrawing() throws Exception {
    BufferedImage picture = ImageIO.read(home.resolve("why.png").toFile());
    String size = "viewBox=\"0 0 %d %d\"".formatted(picture.getWidth(), picture.getHeight());
    assertTrue(saved("svg").contains(size), size);
  }

  @Test
  void thePageHasASectionForEveryPartOfTheWindow() throws IOException {
    List<String> headings =
        Pattern.compile("<h2>(.*?)</h2>")
            .matcher(saved("html"))
            .results()
            .map(heading -> heading.group(1))
            .toList();
    assertEquals(8, headings.size(), headings.toString());
  }

  /** The drawing breaks its lines, each of which is a text of its own. */
  private static void told(String words) throws IOException {
    String drawn =
        Pattern.compile("<text[^>]*>([^<]*)</text>")
            .matcher(saved("svg"))
            .results()
            .map(text -> text.group(1))
            .collect(Collectors.joining(" "));
    assertTrue(drawn.contains(words), () -> "not in the drawing: " + words + " in " + drawn);
    assertTrue(saved("html").contains(words), () -> "not on the page: " + words);
  }

  private static String saved(String format) throws IOException {
    return Files.readString(home.resolve("why." + format));
  }
}
