package patchlight.retrieval;

import java.util.Arrays;
import java.util.List;
import patchlight.network.Tokens;

/**
 * Lets photos that look alike stand together: each of the first photos of a search is compared by
 * its own token and, with less weight, those of the few most like it among them. A photo that shows
 * its object oddly is carried by its kin; one that a search found by chance has no kin there. The
 * nearest of these sums then {@link QueryExpansion vote} once more.
 *
 * <p>Database-side feature augmentation (Arandjelović and Zisserman, CVPR 2012, section 5; Gordo et
 * al., IJCV 2017, section 5.2), here over the first photos alone, with weights that fall with the
 * square of the similarity and are not made to sum to one, so that a photo like no other stays what
 * it is. See decision 21.
 */
public final class LookAlikes {
  /** So many of the nearest photos are looked at. */
  public static final int FIRST = 500;

  private static final int NEIGHBOURS = 5;

  private final List<float[]> tokens;
  private final int[][] neighbours;
  private final float[][] weights;
  private final float[] lengths;

  /**
   * Finds each photo's kin.
   *
   * @param tokens retrieval tokens of the first photos of a search, L2-normalised
   */
  public LookAlikes(List<float[]> tokens) {
    this.tokens = tokens;
    int photos = tokens.size();
    int kin = Math.max(0, Math.min(NEIGHBOURS, photos - 1));
    neighbours = new int[photos][kin];
    weights = new float[photos][kin];
    lengths = new float[photos];
    float[][] similarity = Similarities.among(tokens);
    for (int photo = 0; photo < photos; photo++) {
      findKin(photo, similarity);
    }
  }

  /**
   * How similar each photo and its kin together are to a sketch with the photos that it finds.
   *
   * @param query the token that is searched with, L2-normalised
   * @return in the photos' order, cosines in [-1, 1]
   */
  public float[] similarities(float[] query) {
    float[] found = together(query);
    List<float[]> nearest =
        Arrays.stream(FallingOrder.of(found))
            .limit(QueryExpansion.NEIGHBOURS)
            .mapToObj(this::withKin)
            .toList();
    return together(QueryExpansion.expanded(query, nearest));
  }

  /** Cosines of a query with each photo's sum. */
  private float[] together(float[] query) {
    float[] alone = new float[tokens.size()];
    for (int photo = 0; photo < alone.length; photo++) {
      alone[photo] = Tokens.cosine(query, tokens.get(photo));
    }
    float[] together = new float[alone.length];
    for (int photo = 0; photo < alone.length; photo++) {
      float sum = alone[photo];
      for (int k = 0; k < neighbours[photo].length; k++) {
        sum += weights[photo][k] * alone[neighbours[photo][k]];
      }
      together[photo] = sum / lengths[photo];
    }
    return together;
  }

  /** The sum of a photo's token and those of its kin, L2-normalised. */
  private float[] withKin(int photo) {
    float[] own = tokens.get(photo);
    double[] sum = new double[own.length];
    for (int d = 0; d < sum.length; d++) {
      sum[d] = own[d];
      for (int k = 0; k < neighbours[photo].length; k++) {
        sum[d] += weights[photo][k] * tokens.get(neighbours[photo][k])[d];
      }
    }
    return UnitVector.of(sum);
  }

  /** The most similar others, and the length of the sum of their tokens and the photo's own. */
  private void findKin(int photo, float[][] similarity) {
    int[] kin = neighbours[photo];
    int found = 0;
    for (int other = 0; other < similarity.length; other++) {
      if (other == photo) {
        continue;
      }
      int place = found;
      while (place > 0 && similarity[photo][other] > similarity[photo][kin[place - 1]]) {
        place--;
      }
      if (place < kin.length) {
        found = Math.min(found + 1, kin.length);
        System.arraycopy(kin, place, kin, place + 1, found - 1 - place);
        kin[place] = other;
      }
    }
    double squared = 1;
    for (int k = 0; k < kin.length; k++) {
      float like = Math.max(0, similarity[photo][kin[k]]);
      weights[photo][k] = like * like;
      squared += 2 * weights[photo][k] * similarity[photo][kin[k]];
      for (int earlier = 0; earlier < k; earlier++) {
        squared +=
            2 * weights[photo][k] * weights[photo][earlier] * similarity[kin[k]][kin[earlier]];
      }
      squared += weights[photo][k] * weights[photo][k];
    }
    lengths[photo] = (float) Math.sqrt(squared);
  }
}
