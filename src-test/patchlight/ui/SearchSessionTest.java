package patchlight.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import patchlight.explanation.Explanation;
import patchlight.messages.Messages;
import patchlight.network.Match;
import patchlight.network.NetworkException;
import patchlight.retrieval.Ranking;
import patchlight.sketch.Sketch;
import patchlight.ui.explanation.ExplanationViewModel;
import patchlight.ui.explanation.ShownExplanation;
import patchlight.ui.ranking.RankingState;
import patchlight.ui.ranking.RankingViewModel;
import patchlight.ui.sketch.SketchViewModel;

class SearchSessionTest {
  private final SketchViewModel sketch = new SketchViewModel(() -> 0);
  private final RankingViewModel ranking = new RankingViewModel();
  private final ExplanationViewModel explanation = new ExplanationViewModel();
  private final List<Sketch> searched = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private Ranking answer = SomePhotos.ranking("mug.jpg", "cup.jpg");
  private boolean broken;
  private final SearchSession session =
      new SearchSession(
          sketch,
          ranking,
          explanation,
          this::search,
          SearchSessionTest::explain,
          new SearchSession.Threads(Runnable::run, Runnable::run, Runnable::run),
          found -> {},
          failure -> failures.add(String.valueOf(failure.getMessage())));

  private Ranking search(Sketch drawn) throws NetworkException {
    searched.add(drawn);
    if (broken) {
      throw new NetworkException("network.device.cpu");
    }
    return answer;
  }

  private static ShownExplanation explain(SearchSession.Question question) {
    float[] attention = new float[16];
    Arrays.fill(attention, 0.25f);
    Match match = new Match(0.8f, attention, attention.clone(), 4);
    return new ShownExplanation(
        question.photo(),
        question.sketch(),
        question.ranking(),
        Explanation.of(match, question.ranking().ink()));
  }

  private void open() {
    session.open();
    session.galleryChanged(2, List.of(SomePhotos.path("a.jpg"), SomePhotos.path("b.jpg")));
  }

  private void drawLine(double y) {
    sketch.begin(0, y);
    sketch.extend(100, y);
    sketch.finish();
  }

  private String explained() {
    ShownExplanation shown = explanation.shownProperty().get();
    return String.valueOf(Objects.requireNonNull(shown).photo().photo().path().getFileName());
  }

  @Test
  void photosAreFoundWhileThePenIsStillDown() {
    open();
    sketch.begin(0, 0);
    sketch.extend(10, 10);

    assertEquals(RankingState.RANKED, ranking.stateProperty().get());
    assertEquals(1, searched.getLast().strokes().size());
  }

  @Test
  void firstPhotoIsExplained() {
    open();
    drawLine(0);

    assertEquals("mug.jpg", explained());
  }

  @Test
  void pickedPhotoStaysExplainedWhenItsRankChanges() {
    open();
    drawLine(0);
    ranking.pick(1);
    answer = SomePhotos.ranking("cup.jpg", "mug.jpg");
    drawLine(50);

    assertEquals("cup.jpg", explained());
  }

  @Test
  void photoThatLeftTheRankingGivesWayToTheFirst() {
    open();
    drawLine(0);
    ranking.pick(1);
    answer = SomePhotos.ranking("jug.jpg", "pot.jpg");
    drawLine(50);

    assertEquals("jug.jpg", explained());
  }

  @Test
  void failedSearchKeepsTheRanking() {
    open();
    drawLine(0);
    broken = true;
    drawLine(50);

    assertEquals(Messages.text("network.device.cpu"), failures.getLast());
    assertEquals(List.of(SomePhotos.path("mug.jpg"), SomePhotos.path("cup.jpg")), ranking.paths());
    assertEquals("mug.jpg", explained());
  }

  @Test
  void blankPaperShowsTheGalleryAndExplainsNothing() {
    open();
    drawLine(0);
    sketch.clear();

    assertEquals(RankingState.NOTHING_DRAWN, ranking.stateProperty().get());
    assertEquals(List.of(SomePhotos.path("a.jpg"), SomePhotos.path("b.jpg")), ranking.paths());
    assertNull(explanation.shownProperty().get());
  }

  @Test
  void sketchDrawnBeforeTheNetworkIsReadyIsSearchedThen() {
    drawLine(0);
    assertEquals(0, searched.size());

    open();

    assertEquals("mug.jpg", explained());
  }

  @Test
  void emptyGalleryIsNotSearched() {
    session.open();
    session.galleryChanged(0, List.of());
    drawLine(0);

    assertEquals(0, searched.size());
    assertEquals(RankingState.NO_PHOTOS, ranking.stateProperty().get());
  }

  @Test
  void newPhotosInTheGalleryAreSearchedAtOnce() {
    open();
    drawLine(0);
    answer = SomePhotos.ranking("new.jpg", "mug.jpg");
    session.galleryChanged(3, List.of());

    assertEquals(SomePhotos.path("new.jpg"), ranking.paths().getFirst());
  }
}
