package patchlight.retrieval;

/**
 * Where the time of one search went, in milliseconds.
 *
 * @param encodeMillis from ink to tokens
 * @param nearestMillis nearest neighbours by retrieval token
 * @param matchMillis patch tokens read and relation scores computed
 */
public record SearchTimes(double encodeMillis, double nearestMillis, double matchMillis) {
  public static final SearchTimes NONE = new SearchTimes(0, 0, 0);

  /** The whole search in milliseconds. */
  public double total() {
    return encodeMillis + nearestMillis + matchMillis;
  }
}
