package patchlight.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DelayedSaveTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void onlyTheNewestValueIsWritten() {
    List<String> written = new CopyOnWriteArrayList<>();
    try (DelayedSave<String> save = new DelayedSave<>(written::add, LONG, e -> {})) {
      save.save("old");
      save.save("older than the newest");
      save.save("newest");
    }

    assertEquals(List.of("newest"), written);
  }

  @Test
  void closingWithNothingWaitingWritesNothing() {
    List<String> written = new CopyOnWriteArrayList<>();

    new DelayedSave<String>(written::add, LONG, e -> {}).close();

    assertEquals(List.of(), written);
  }

  @Test
  void valueIsWrittenAfterTheDelayOnAnotherThread() throws InterruptedException {
    BlockingQueue<Thread> writers = new LinkedBlockingQueue<>();
    try (DelayedSave<String> save =
        new DelayedSave<>(
            value -> writers.add(Thread.currentThread()), Duration.ofMillis(1), e -> {})) {
      save.save("first");
      assertNotEquals(Thread.currentThread(), writers.poll(10, TimeUnit.SECONDS));
      save.save("second");
      assertNotEquals(null, writers.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void failureIsToldAndTheNextValueIsTriedAgain() throws InterruptedException {
    BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    try (DelayedSave<String> save =
        new DelayedSave<>(
            value -> {
              throw new IOException(value);
            },
            Duration.ofMillis(1),
            e -> failures.add(e.getMessage()))) {
      save.save("first");
      assertEquals("first", failures.poll(10, TimeUnit.SECONDS));
      save.save("second");
      assertEquals("second", failures.poll(10, TimeUnit.SECONDS));
    }
  }
}
