package patchlight.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void percentilesAreByNearestRank() {
    double[] millis = IntStream.rangeClosed(1, 100).map(i -> 101 - i).asDoubleStream().toArray();
    assertEquals(new Timing(1, 50, 95), Timing.of(millis));
  }

  @Test
  void oneRunIsEveryFigure() {
    assertEquals(new Timing(3, 3, 3), Timing.of(new double[] {3}));
  }

  @Test
  void warmUpRunsDoNotCount() throws Exception {
    List<Integer> slowFirst = new ArrayList<>();
    Timing timing =
        Timing.measure(
            1,
            3,
            () -> {
              slowFirst.add(slowFirst.size());
              if (slowFirst.size() == 1) {
                Thread.sleep(200);
              }
            });
    assertEquals(4, slowFirst.size());
    assertTrue(timing.p95() < 200, timing.toString());
  }
}
