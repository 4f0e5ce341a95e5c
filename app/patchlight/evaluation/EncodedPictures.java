package patchlight.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import patchlight.network.Tokens;
import patchlight.retrieval.FallingOrder;
import patchlight.retrieval.LookAlikes;

/**
 * The tokens of many photos or sketches in memory: retrieval tokens as they are, patch tokens in
 * half precision since they are most of it (25 KB a picture for 196 × 64 values).
 */
final class EncodedPictures {
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

  String category(int picture) {
    return categories.get(picture);
  }

  float[] retrievalToken(int picture) {
    return retrievalTokens.get(picture);
  }

  /** All pictures, most similar first; equally similar ones in the order they were added. */
  int[] ranked(float[] retrievalToken) {
    float[] similarities = new float[size()];
    for (int i = 0; i < similarities.length; i++) {
      similarities[i] = Tokens.cosine(retrievalToken, retrievalTokens.get(i));
    }
    return FallingOrder.of(similarities);
  }

  /** The same, the first of them by their similarity together with those that look like them. */
  int[] rankedTogether(float[] retrievalToken) {
    int[] ranked = ranked(retrievalToken);
    int[] first = Arrays.copyOf(ranked, Math.min(LookAlikes.FIRST, ranked.length));
    return FallingOrder.ofFirst(
        ranked, new LookAlikes(retrievalTokens(first)).similarities(retrievalToken));
  }

  /** The retrieval tokens of some pictures. */
  List<float[]> retrievalTokens(int[] pictures) {
    return Arrays.stream(pictures).mapToObj(retrievalTokens::get).toList();
  }

  /** The tokens of some pictures. */
  List<Tokens> tokens(int[] pictures, int rows) {
    List<Tokens> tokens = new ArrayList<>(pictures.length);
    for (int picture : pictures) {
      short[] halves = patchTokens.get(picture);
      float[] values = new float[halves.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.float16ToFloat(halves[i]);
      }
      tokens.add(new Tokens(retrievalTokens.get(picture), values, rows));
    }
    return tokens;
  }

  /** For each picture of a ranking whether it is of this category. */
  boolean[] relevance(int[] ranked, String category) {
    boolean[] relevance = new boolean[ranked.length];
    for (int i = 0; i < ranked.length; i++) {
      relevance[i] = categories.get(ranked[i]).equals(category);
    }
    return relevance;
  }
}
