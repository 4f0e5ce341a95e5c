package patchlight.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import patchlight.network.Tokens;

class EncodedPicturesTest {
  @Test
  void mostSimilarComesFirst() {
    EncodedPictures photos = photos(-0.5f, 0.9f, 0.1f, -1, 0);
    assertArrayEquals(new int[] {1, 2, 4, 0, 3}, photos.ranked(new float[] {1}));
  }

  @Test
  void equallySimilarPhotosKeepTheirOrder() {
    EncodedPictures photos = photos(0.3f, 0, 0.3f, -0f, 0.3f);
    assertArrayEquals(new int[] {0, 2, 4, 1, 3}, photos.ranked(new float[] {1}));
  }

  @Test
  void ordersLikeAComparatorWould() {
    Random random = new Random(5);
    float[] similarities = new float[1000];
    for (int i = 0; i < similarities.length; i++) {
      similarities[i] = 2 * random.nextFloat() - 1;
    }
    int[] expected =
        IntStream.range(0, similarities.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -similarities[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    assertArrayEquals(expected, photos(similarities).ranked(new float[] {1}));
  }

  @Test
  void relevanceFollowsTheRanking() {
    EncodedPictures photos = new EncodedPictures();
    photos.add("mug", tokens(0.1f));
    photos.add("apple", tokens(0.9f));
    photos.add("mug", tokens(0.5f));
    int[] ranked = photos.ranked(new float[] {1});
    assertArrayEquals(new boolean[] {false, true, true}, photos.relevance(ranked, "mug"));
  }

  @Test
  void patchTokensSurviveHalfPrecision() {
    EncodedPictures photos = new EncodedPictures();
    photos.add("mug", new Tokens(new float[] {1}, new float[] {0.1f, -3.7f}, 2));
    float[] patches = photos.tokens(new int[] {0}, 2).getFirst().patchTokens();
    assertEquals(0.1f, patches[0], 1e-4f);
    assertEquals(-3.7f, patches[1], 2e-3f);
  }

  private static EncodedPictures photos(float... similarities) {
    EncodedPictures photos = new EncodedPictures();
    for (float similarity : similarities) {
      photos.add("any", tokens(similarity));
    }
    return photos;
  }

  private static Tokens tokens(float similarity) {
    return new Tokens(new float[] {similarity}, new float[1], 1);
  }
}
