package patchlight.ui;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions on another thread where only the newest one matters: while one is being
 * answered, all but the newest of those that come are discarded, and no answer is shown that comes
 * after {@link #cancel}. Questions that come in a burst are waited for a moment, so that a moving
 * pen asks often and not with every event. Used on the FX thread.
 *
 * @param <Q> a question, for example a sketch
 * @param <A> its answer, for example a ranking
 */
final class LatestSearch<Q, A> {
  /** The work itself. */
  @FunctionalInterface
  interface Search<Q, A> {
    A answer(Q question) throws Exception;
  }

  private final Search<Q, A> search;
  private final Executor worker;
  private final Executor fx;
  private final Consumer<Runnable> pause;
  private final Consumer<A> shown;
  private final Consumer<Exception> failed;

  private @Nullable Supplier<Q> newest;
  private boolean pausing;
  private boolean searching;
  private long round;

  /**
   * A search.
   *
   * @param worker runs the search, off the FX thread
   * @param fx runs on the FX thread
   * @param pause runs something on the FX thread a moment later
   * @param shown takes an answer, on the FX thread
   * @param failed takes what the search threw, on the FX thread
   */
  LatestSearch(
      Search<Q, A> search,
      Executor worker,
      Executor fx,
      Consumer<Runnable> pause,
      Consumer<A> shown,
      Consumer<Exception> failed) {
    this.search = search;
    this.worker = worker;
    this.fx = fx;
    this.pause = pause;
    this.shown = shown;
    this.failed = failed;
  }

  /**
   * Asks; a question still waiting is discarded.
   *
   * @param question read when its turn comes, so that it is the newest then
   */
  void request(Supplier<Q> question) {
    newest = question;
    if (!pausing && !searching) {
      pausing = true;
      pause.accept(() -> {
        pausing = false;
        start();
      });
    }
  }

  /** Discards the question that waits and the answer that is on its way. */
  void cancel() {
    newest = null;
    round++;
  }

  private void start() {
    Supplier<Q> next = newest;
    if (next == null || searching) {
      return;
    }
    newest = null;
    searching = true;
    Q question = next.get();
    long asked = round;
    worker.execute(() -> {
      Runnable outcome = outcome(question);
      fx.execute(() -> end(asked, outcome));
    });
  }

  private Runnable outcome(Q question) {
    try {
      A answer = search.answer(question);
      return () -> shown.accept(answer);
    } catch (Exception e) {
      return () -> failed.accept(e);
    }
  }

  private void end(long asked, Runnable outcome) {
    searching = false;
    if (asked == round) {
      outcome.run();
    }
    start();
  }
}
