package patchlight.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookAlikesTest {
  private static final float[] SKETCH = {0.6f, 0.8f, 0};

  @Test
  void aPhotoCountsTogetherWithItsFiveNearestByTheirSquaredSimilarity() {
    List<float[]> photos =
        List.of(
            token(1, 0, 0),
            token(0.8f, 0.6f, 0),
            token(0.6f, 0, 0.8f),
            token(0, 1, 0),
            token(0, -0.6f, 0.8f),
            token(-0.8f, 0, 0.6f),
            token(0, 0, 1));

    // Computed with NumPy from the formula of Gordo et al., section 5.2.
    assertArrayEquals(
        new float[] {0.749403f, 0.923775f, 0.284837f, 0.916744f, -0.22167f, -0.420931f, -0.109729f},
        new LookAlikes(photos).similarities(SKETCH),
        1e-5f);
  }

  @Test
  void aPhotoLikeNoOtherStaysWhatItIs() {
    List<float[]> photos = List.of(token(0, 1, 0), token(1, 0, 0), token(0, 0, 1));

    assertArrayEquals(
        new float[] {0.8f, 0.6f, 0}, new LookAlikes(photos).similarities(SKETCH), 1e-6f);
  }

  @Test
  void kinCarryAPhotoThatShowsItsThingOddly() {
    float[] odd = token(0.3f, 0.3f, 0.9055f);
    float[] kin = token(0.6f, 0.7f, 0.3873f);

    assertTrue(
        new LookAlikes(List.of(odd, kin)).similarities(SKETCH)[0]
            > new LookAlikes(List.of(odd)).similarities(SKETCH)[0]);
  }

  @Test
  void anEmptyGalleryHasNoSimilarities() {
    assertEquals(0, new LookAlikes(List.of()).similarities(SKETCH).length);
  }

  private static float[] token(float x, float y, float z) {
    return new float[] {x, y, z};
  }
}
