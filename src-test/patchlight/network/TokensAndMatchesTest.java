package patchlight.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokensAndMatchesTest {
  private static NetworkRuntime runtime;
  private static final int SIDE = 224;

  private static TokenEncoder encoder;
  private static RelationMatcher matcher;

  @BeforeAll
  static void open() throws NetworkException {
    runtime = Bundles.onCpu();
    encoder = runtime.newEncoder(2);
    matcher = runtime.newMatcher(2);
  }

  @AfterAll
  static void close() {
    encoder.close();
    matcher.close();
  }

  @Test
  void retrievalTokenHasLengthOne() throws NetworkException {
    double squares = 0;
    for (float value : encoder.encode(noise(1)).retrievalToken()) {
      squares += value * value;
    }

    assertEquals(1, squares, 1e-4);
  }

  @Test
  void everyPatchHasItsToken() throws NetworkException {
    Tokens tokens = encoder.encode(noise(1));

    assertEquals(encoder.manifest().patches(), tokens.rows());
    assertEquals(encoder.manifest().patchDim(), tokens.patchDim());
  }

  @Test
  void picturesOfALongListKeepTheirOrder() throws NetworkException {
    assertKeepsTheOrder(encoder);
  }

  @Test
  void picturesOfALongListKeepTheirOrderInBatchesToo() throws NetworkException {
    try (TokenEncoder exact = runtime.newExactEncoder(2)) {
      assertKeepsTheOrder(exact);
    }
  }

  private static void assertKeepsTheOrder(TokenEncoder encoder) throws NetworkException {
    List<float[]> pictures = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      pictures.add(striped(3 + 5 * i));
    }

    List<Tokens> together = encoder.encode(pictures);

    assertEquals(11, together.size());
    for (int i : new int[] {0, 7, 8, 10}) {
      Tokens alone = encoder.encode(pictures.get(i));
      for (int other = 0; other < together.size(); other++) {
        assertTrue(
            other == i || cosine(alone, together.get(i)) > cosine(alone, together.get(other)),
            "picture " + i + " and " + other);
      }
    }
  }

  @Test
  void noPicturesHaveNoTokens() throws NetworkException {
    assertEquals(List.of(), encoder.encode(List.of()));
  }

  @Test
  void pictureOfAnotherSizeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> encoder.encode(new float[12]));
  }

  @Test
  void threadsTakeTurns() throws Exception {
    float[] picture = noise(3);
    float[] expected = encoder.encode(picture).retrievalToken();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Tokens>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> encoder.encode(picture)));
      }
      for (Future<Tokens> answer : answers) {
        assertArrayEquals(expected, answer.get().retrievalToken(), 1e-5f);
      }
    }
  }

  @Test
  void crossAttentionRowsSumToOneBothWays() throws NetworkException {
    Match match = matcher.match(encoder.encode(noise(1)), encoder.encode(noise(2)));

    assertRowsSumToOne(match.sketchToPhoto(), match.patches());
    assertRowsSumToOne(match.photoToSketch(), match.patches());
  }

  @Test
  void scoresOfManyPhotosEqualTheScoreOfEach() throws NetworkException {
    Tokens sketch = encoder.encode(noise(1));
    List<Tokens> two = List.of(encoder.encode(noise(2)), encoder.encode(noise(3)));
    List<Tokens> photos = new ArrayList<>();
    for (int i = 0; i < 53; i++) {
      photos.add(two.get(i % 2));
    }

    float[] scores = matcher.relationScores(sketch, photos);

    assertEquals(53, scores.length);
    for (int i : new int[] {0, 1, 49, 50, 51, 52}) {
      assertEquals(matcher.match(sketch, two.get(i % 2)).relationScore(), scores[i], 1e-4f);
    }
  }

  @Test
  void scoresAreShares() throws NetworkException {
    for (float score :
        matcher.relationScores(encoder.encode(noise(1)), List.of(encoder.encode(noise(2))))) {
      assertTrue(score >= 0 && score <= 1, "score " + score);
    }
  }

  private static void assertRowsSumToOne(float[] attention, int patches) {
    for (int row = 0; row < patches; row++) {
      double sum = 0;
      for (int i = row * patches; i < (row + 1) * patches; i++) {
        sum += attention[i];
      }
      assertEquals(1, sum, 1e-4, "row " + row);
    }
  }

  private static double cosine(Tokens one, Tokens other) {
    double dot = 0;
    for (int i = 0; i < one.retrievalToken().length; i++) {
      dot += one.retrievalToken()[i] * other.retrievalToken()[i];
    }
    return dot;
  }

  /** Stripes of so many pixels, upright in red, level in green, and no blue. */
  private static float[] striped(int width) {
    float[] picture = new float[3 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      int row = i / SIDE;
      picture[i] = i % SIDE / width % 2 == 0 ? 1 : -1;
      picture[SIDE * SIDE + i] = row / width % 2 == 0 ? 1 : -1;
    }
    return picture;
  }

  /** A picture of coloured blocks, so that different seeds look different. */
  private static float[] noise(int seed) {
    Random random = new Random(seed);
    int side = encoder.manifest().side();
    float[] pixels = new float[encoder.manifest().pixelValues()];
    int block = 16 + 8 * (seed % 4);
    for (int channel = 0; channel < 3; channel++) {
      float[] levels = new float[side * side];
      for (int i = 0; i < levels.length; i++) {
        levels[i] = random.nextFloat() * 2 - 1;
      }
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          pixels[(channel * side + y) * side + x] = levels[y / block * side + x / block];
        }
      }
    }
    return pixels;
  }
}
