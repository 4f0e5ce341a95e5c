package patchlight.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestSearchTest {
  private final Deque<Runnable> pauses = new ArrayDeque<>();
  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final List<String> searched = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final LatestSearch<String, String> search =
      new LatestSearch<>(
          this::answer,
          worker::add,
          Runnable::run,
          pauses::add,
          shown::add,
          failure -> failures.add(String.valueOf(failure.getMessage())));

  private String answer(String question) {
    searched.add(question);
    if (question.startsWith("bad")) {
      throw new IllegalStateException(question);
    }
    return "photos of " + question;
  }

  @Test
  void olderSearchIsDiscarded() {
    search.request(() -> "mug");
    pauses.remove().run();
    search.request(() -> "mug with handle");
    search.request(() -> "mug with handle and steam");
    worker.remove().run();
    worker.remove().run();

    assertEquals(List.of("mug", "mug with handle and steam"), searched);
    assertEquals("photos of mug with handle and steam", shown.getLast());
  }

  @Test
  void burstOfRequestsWaitsOncePausesOnceAndIsAnsweredOnce() {
    search.request(() -> "a");
    search.request(() -> "ab");
    search.request(() -> "abc");

    assertEquals(1, pauses.size());
    pauses.remove().run();
    worker.remove().run();
    assertEquals(List.of("abc"), searched);
  }

  @Test
  void questionIsReadWhenItsTurnComes() {
    StringBuilder sketch = new StringBuilder("line");
    search.request(sketch::toString);
    sketch.append(" and circle");
    pauses.remove().run();
    worker.remove().run();

    assertEquals(List.of("photos of line and circle"), shown);
  }

  @Test
  void answerThatComesAfterCancelIsNotShown() {
    search.request(() -> "mug");
    pauses.remove().run();
    search.cancel();
    worker.remove().run();

    assertEquals(List.of(), shown);
  }

  @Test
  void waitingQuestionIsForgottenByCancel() {
    search.request(() -> "mug");
    search.cancel();
    pauses.remove().run();

    assertEquals(0, worker.size());
  }

  @Test
  void failureIsToldAndTheNextSearchRuns() {
    search.request(() -> "bad sketch");
    pauses.remove().run();
    search.request(() -> "mug");
    worker.remove().run();
    worker.remove().run();

    assertEquals(List.of("bad sketch"), failures);
    assertEquals(List.of("photos of mug"), shown);
  }
}
