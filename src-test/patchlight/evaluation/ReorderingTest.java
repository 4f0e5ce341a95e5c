package patchlight.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import patchlight.retrieval.FallingOrder;

class ReorderingTest {
  @Test
  void theScoredPhotosAreReorderedAndTheRestStays() {
    assertArrayEquals(
        new int[] {8, 5, 7, 6, 9},
        FallingOrder.ofFirst(new int[] {5, 7, 8, 6, 9}, new float[] {0.5f, 0.1f, 0.9f}));
  }

  @Test
  void equalScoresKeepTheOrderOfSimilarity() {
    assertArrayEquals(
        new int[] {3, 1, 2}, FallingOrder.ofFirst(new int[] {3, 1, 2}, new float[] {1, 1, 1}));
  }
}
