package patchlight.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import patchlight.network.Tokens;

/**
 * The tokens of a whole gallery in memory: retrieval tokens as they are, patch tokens in half
 * precision since they are most of it (25 KB a photo for 196 × 64 values).
 */
final class EncodedPhotos {
  private final List<String> categories = new ArrayList<>();
  private final List<float[]> retrievalTokens = new ArrayList<>();
  private final List<short[]> patchTokens = new ArrayList<>();

  void add(String category, Tokens tokens) {
    categories.add(category);
    retrievalTokens.add(tokens.retrievalToken());
    float[] patches = tokens.patchTokens();
    short[] halves = new short[patches.length];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = Float.floatToFloat16(patches[i]);
    }
    patchTokens.add(halves);
  }

  int size() {
    return categories.size();
  }

  /** All photos, most similar first; equally similar ones in the order they were added. */
  int[] ranked(float[] retrievalToken) {
    long[] keys = new long[size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) descending(dot(retrievalToken, retrievalTokens.get(i))) << 32 | i;
    }
    Arrays.sort(keys);
    int[] ranked = new int[keys.length];
    for (int i = 0; i < ranked.length; i++) {
      ranked[i] = (int) keys[i];
    }
    return ranked;
  }

  /** The retrieval tokens of some photos. */
  List<float[]> retrievalTokens(int[] photos) {
    return Arrays.stream(photos).mapToObj(retrievalTokens::get).toList();
  }

  /** The tokens of some photos. */
  List<Tokens> tokens(int[] photos, int rows) {
    List<Tokens> tokens = new ArrayList<>(photos.length);
    for (int photo : photos) {
      short[] halves = patchTokens.get(photo);
      float[] values = new float[halves.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.float16ToFloat(halves[i]);
      }
      tokens.add(new Tokens(retrievalTokens.get(photo), values, rows));
    }
    return tokens;
  }

  /** For each photo of a ranking whether it is of this category. */
  boolean[] relevance(int[] ranked, String category) {
    boolean[] relevance = new boolean[ranked.length];
    for (int i = 0; i < ranked.length; i++) {
      relevance[i] = categories.get(ranked[i]).equals(category);
    }
    return relevance;
  }

  /** Never -0, which would sort behind 0 instead of beside it: the sum begins at 0. */
  private static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** An int that is smaller the larger the value is, for every float but NaN. */
  private static int descending(float value) {
    int bits = Float.floatToIntBits(value);
    return ~(bits ^ (bits >> 31 & 0x7fffffff));
  }
}
