package patchlight.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  @Test
  void resultsComeInTheOrderOfTheTasks() {
    List<Callable<Integer>> tasks =
        IntStream.range(0, 11).<Callable<Integer>>mapToObj(i -> () -> i * i).toList();

    for (int lanes : new int[] {1, 3, 50}) {
      assertEquals(
          List.of(0, 1, 4, 9, 16, 25, 36, 49, 64, 81, 100),
          SideBySide.run(tasks, lanes, RuntimeException.class));
    }
  }

  @Test
  void noTasksHaveNoResults() {
    assertEquals(List.of(), SideBySide.run(List.of(), 4, RuntimeException.class));
  }

  @Test
  void noMoreRunAtATimeThanThereAreLanes() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Callable<Integer> task =
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.sleep(2);
          return running.decrementAndGet();
        };

    SideBySide.run(IntStream.range(0, 12).mapToObj(i -> task).toList(), 2, RuntimeException.class);

    assertTrue(most.get() <= 2);
  }

  @Test
  void whatATaskThrowsIsThrown() {
    IOException failed = new IOException("full");
    List<Callable<Integer>> tasks =
        List.of(
            () -> 1,
            () -> {
              throw failed;
            });

    assertSame(
        failed.getMessage(),
        assertThrows(IOException.class, () -> SideBySide.run(tasks, 2, IOException.class))
            .getMessage());
  }

  @Test
  void whatNobodyExpectedIsNotSwallowed() {
    List<Callable<Integer>> tasks =
        List.of(() -> {
          throw new IOException("full");
        });

    assertThrows(
        IllegalStateException.class,
        () -> SideBySide.run(tasks, 1, UnsupportedOperationException.class));
  }
}
