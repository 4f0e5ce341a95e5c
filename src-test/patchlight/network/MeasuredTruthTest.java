package patchlight.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MeasuredTruthTest {
  private static final MeasuredTruth MEASURED =
      new MeasuredTruth(new float[] {0.01f, 0.1f}, new float[] {0.5f, 0.9f});

  @Test
  void strengthsBetweenThoseMeasuredLieBetweenOnTheirLogarithms() {
    assertEquals(0.5 + 0.4 * 0.30103, MEASURED.right(0.02).orElseThrow(), 1e-5);
  }

  @Test
  void measuredStrengthsAreAsMeasured() {
    assertEquals(0.5, MEASURED.right(0.01).orElseThrow(), 1e-6);
    assertEquals(0.9, MEASURED.right(0.1).orElseThrow(), 1e-6);
  }

  @Test
  void beyondThemNothingIsMadeUp() {
    assertEquals(0.5, MEASURED.right(0.0001).orElseThrow(), 1e-6);
    assertEquals(0.9, MEASURED.right(1).orElseThrow(), 1e-6);
  }

  @Test
  void nothingIsSaidWhereNobodyMeasured() {
    assertTrue(MeasuredTruth.UNKNOWN.right(0.5).isEmpty());
  }
}
