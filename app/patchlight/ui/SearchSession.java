package patchlight.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import patchlight.retrieval.RankedPhoto;
import patchlight.retrieval.Ranking;
import patchlight.sketch.Sketch;
import patchlight.ui.explanation.ExplanationViewModel;
import patchlight.ui.explanation.ShownExplanation;
import patchlight.ui.ranking.RankingViewModel;
import patchlight.ui.sketch.SketchViewModel;

/**
 * The main job in one line: what is drawn is searched, what is found is shown, what is selected is
 * explained. Nothing runs before {@link #open}.
 */
final class SearchSession {
  private final SketchViewModel sketch;
  private final RankingViewModel ranking;
  private final ExplanationViewModel explanation;
  private final LatestSearch<Sketch, Found> searches;
  private final LatestSearch<Question, ShownExplanation> explanations;
  private final Consumer<Ranking> searched;

  private boolean open;
  private int photos;
  private List<Path> glimpse = List.of();
  private @Nullable Found last;

  private record Found(Sketch sketch, Ranking ranking) {}

  /**
   * A photo of a ranking to explain.
   *
   * @param sketch that was searched with
   * @param ranking where the photo was found
   * @param photo which one
   */
  record Question(Sketch sketch, Ranking ranking, RankedPhoto photo) {}

  /**
   * What the session needs of other threads.
   *
   * @param worker the search thread
   * @param fx the FX thread
   * @param pause runs something on the FX thread a moment later
   */
  record Threads(Executor worker, Executor fx, Consumer<Runnable> pause) {}

  /**
   * A session on three view models.
   *
   * @param search finds photos for a sketch, on the search thread
   * @param explain explains a photo, on the search thread
   * @param searched told of each ranking shown
   * @param failed told of each search and explanation that failed; what was shown stays
   */
  SearchSession(
      SketchViewModel sketch,
      RankingViewModel ranking,
      ExplanationViewModel explanation,
      LatestSearch.Search<Sketch, Ranking> search,
      LatestSearch.Search<Question, ShownExplanation> explain,
      Threads threads,
      Consumer<Ranking> searched,
      Consumer<Exception> failed) {
    this.sketch = sketch;
    this.ranking = ranking;
    this.explanation = explanation;
    this.searched = searched;
    searches =
        new LatestSearch<>(
            drawn -> new Found(drawn, search.answer(drawn)),
            threads.worker(),
            threads.fx(),
            threads.pause(),
            this::show,
            failed);
    // The selection was made by a click or by a search that paused before: no second pause.
    explanations =
        new LatestSearch<>(
            explain, threads.worker(), threads.fx(), Runnable::run, this::show, failed);
    sketch.changesProperty().addListener((changes, before, now) -> refresh());
    ranking.selectedProperty().addListener((selected, before, now) -> explainSelected());
  }

  /** The network and the gallery are ready: searches what is drawn by now. */
  void open() {
    open = true;
    refresh();
  }

  /** The network or the gallery cannot be used just now. */
  void close() {
    open = false;
    forget();
  }

  /**
   * The gallery has other photos than before.
   *
   * @param count how many there are
   * @param some of them, to show while nothing is drawn
   */
  void galleryChanged(int count, List<Path> some) {
    photos = count;
    glimpse = some;
    refresh();
  }

  private void refresh() {
    if (!open) {
      return;
    }
    if (sketch.blankProperty().get() || photos == 0) {
      forget();
      ranking.showGallery(glimpse, photos);
    } else {
      searches.request(sketch::live);
    }
  }

  private void forget() {
    searches.cancel();
    explanations.cancel();
    explanation.showNothing();
    last = null;
  }

  private void show(Found found) {
    last = found;
    ranking.show(found.ranking().photos(), photos);
    searched.accept(found.ranking());
    explainSelected();
  }

  private void explainSelected() {
    Found found = last;
    RankedPhoto selected = ranking.selectedProperty().get();
    if (found != null && selected != null && found.ranking().photos().contains(selected)) {
      explanations.request(() -> new Question(found.sketch(), found.ranking(), selected));
    }
  }

  private void show(ShownExplanation explained) {
    explanation.show(explained);
  }
}
