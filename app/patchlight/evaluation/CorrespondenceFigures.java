package patchlight.evaluation;

/**
 * How often an explanation's strongest photo patch is a true one, counted over all sketch patches
 * with ink whose place the photo shows too (PCK, the percentage of correct keypoints, with the
 * patch as unit).
 *
 * @param pairs of a drawing and a photo
 * @param patches that were counted
 * @param nearHits of them, how many have a strongest photo patch that is or touches a true one
 * @param exactHits of them, how many have one that is a true one
 * @param placeHits how many would be near hits if each named the photo patch at its own place of
 *     the picture: where objects stand in the middle of drawing and photo alike, that is mostly
 *     right though nothing was looked at
 * @param chanceHits how many would be near hits if photo patches were picked blindly, on average
 */
public record CorrespondenceFigures(
    int pairs, int patches, int nearHits, int exactHits, int placeHits, double chanceHits) {
  static final CorrespondenceFigures NONE = new CorrespondenceFigures(0, 0, 0, 0, 0, 0);

  /** Share of near hits, in [0, 1]; NaN where no patch was counted. */
  public double pck() {
    return (double) nearHits / patches;
  }

  /** Share of exact hits, in [0, 1]; NaN where no patch was counted. */
  public double exact() {
    return (double) exactHits / patches;
  }

  /** The PCK of naming the same place of the picture, in [0, 1]; NaN where no patch was counted. */
  public double samePlace() {
    return (double) placeHits / patches;
  }

  /** The PCK of picking blindly, in [0, 1]; NaN where no patch was counted. */
  public double chance() {
    return chanceHits / patches;
  }

  CorrespondenceFigures plus(CorrespondenceFigures other) {
    return new CorrespondenceFigures(
        pairs + other.pairs,
        patches + other.patches,
        nearHits + other.nearHits,
        exactHits + other.exactHits,
        placeHits + other.placeHits,
        chanceHits + other.chanceHits);
  }
}
