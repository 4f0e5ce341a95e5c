package patchlight.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RetrievalAttentionTest {
  private static final RetrievalAttention TWO_HEADS =
      new RetrievalAttention(2, new float[] {0.1f, 0.4f, 0.2f, 0.3f, 0.3f, 0, 0, 0.1f});

  @Test
  void eachHeadIsScaledByItself() {
    assertArrayEquals(new float[] {0.25f, 1, 0.5f, 0.75f}, TWO_HEADS.head(0), 1e-6f);
    assertArrayEquals(new float[] {1, 0, 0, 1 / 3f}, TWO_HEADS.head(1), 1e-6f);
  }

  @Test
  void theMeanIsOverHeads() {
    assertArrayEquals(new float[] {1, 1, 0.5f, 1}, TWO_HEADS.mean(), 1e-6f);
  }
}
