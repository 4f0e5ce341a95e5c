package patchlight.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookAlikesTest {
  private static final float[] SKETCH = {0.6f, 0.8f, 0};

  @Test
  void photosCountTogetherWithTheirFiveNearestOfWhichTheBestVoteOnceMore() {
    List<float[]> photos =
        List.of(
            token(1, 0, 0),
            token(0.8f, 0.6f, 0),
            token(0.6f, 0, 0.8f),
            token(0, 1, 0),
            token(0, -0.6f, 0.8f),
            token(-0.8f, 0, 0.6f),
            token(0, 0, 1));

    // Computed with NumPy from the formulas of Gordo et al., section 5.2, and Radenović et al.,
    // section 3.4.
    assertArrayEquals(
        new float[] {0.798967f, 0.950923f, 0.353215f, 0.885551f, -0.164779f, -0.41164f, -0.056736f},
        new LookAlikes(photos).similarities(SKETCH),
        1e-5f);
  }

  @Test
  void photosLikeNoOtherStayWhatTheyAreAndVote() {
    List<float[]> photos = List.of(token(0, 1, 0), token(1, 0, 0), token(0, 0, 1));

    // Weights 0.8³ and 0.6³: the query moves from (0.6, 0.8) to (0.6 + 0.2967, 0.8 + 0.7033).
    assertArrayEquals(
        new float[] {0.858822f, 0.512274f, 0}, new LookAlikes(photos).similarities(SKETCH), 1e-5f);
  }

  @Test
  void kinCarryAPhotoThatShowsItsThingOddly() {
    float[] odd = token(0.3f, 0.3f, 0.9055f);
    float[] kin = token(0.6f, 0.7f, 0.3873f);
    float[] asOddButAlone = token(0.3f, 0.3f, -0.9055f);

    float[] similarities = new LookAlikes(List.of(odd, kin, asOddButAlone)).similarities(SKETCH);

    assertTrue(similarities[0] > similarities[2]);
  }

  @Test
  void anEmptyGalleryHasNoSimilarities() {
    assertEquals(0, new LookAlikes(List.of()).similarities(SKETCH).length);
  }

  private static float[] token(float x, float y, float z) {
    return new float[] {x, y, z};
  }
}
