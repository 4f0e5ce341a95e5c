package patchlight.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryExpansionTest {
  private static final float[] SKETCH = {1, 0};

  @Test
  void twoPhotosShareAVoteByTheirCubedSimilarity() {
    // Cosines 0.8 and 0.6: shares 0.512 / 0.728 and 0.216 / 0.728 of the vote.
    float[] query = QueryExpansion.expanded(SKETCH, List.of(unit(0.8f, 0.6f), unit(0.6f, -0.8f)));
    double x = 1 + (0.512 * 0.8 + 0.216 * 0.6) / 0.728;
    double y = (0.512 * 0.6 - 0.216 * 0.8) / 0.728;
    double length = Math.hypot(x, y);
    assertArrayEquals(new float[] {(float) (x / length), (float) (y / length)}, query, 1e-6f);
  }

  @Test
  void photosOfTheOppositeKindHaveNoVote() {
    float[] query = QueryExpansion.expanded(SKETCH, List.of(unit(0.8f, 0.6f), unit(-1, 0)));
    assertArrayEquals(QueryExpansion.expanded(SKETCH, List.of(unit(0.8f, 0.6f))), query, 1e-6f);
  }

  @Test
  void anEmptyGalleryLeavesTheSketchAlone() {
    assertArrayEquals(SKETCH, QueryExpansion.expanded(SKETCH, List.of()));
  }

  private static float[] unit(float x, float y) {
    return new float[] {x, y};
  }
}
