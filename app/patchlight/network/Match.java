package patchlight.network;

/**
 * What the relation matcher says of one sketch and one photo.
 *
 * @param relationScore in [0, 1]: how surely both show the same kind of thing
 * @param sketchToPhoto cross-attention, {@code patches * patches} values: row s, column p is how
 *     much sketch patch s looks at photo patch p; rows sum to 1
 * @param photoToSketch the same the other way: row p, column s; rows sum to 1
 * @param patches patches of either picture, the grid's side squared
 * @param lineTruth what links of a strength are worth
 */
public record Match(
    float relationScore,
    float[] sketchToPhoto,
    float[] photoToSketch,
    int patches,
    MeasuredTruth lineTruth) {
  public Match {
    if (sketchToPhoto.length != patches * patches || photoToSketch.length != patches * patches) {
      throw new IllegalArgumentException(
          "Correspondences need " + patches + "×" + patches + " values each way");
    }
  }

  /** Of a matcher whose links nobody measured. */
  public Match(float relationScore, float[] sketchToPhoto, float[] photoToSketch, int patches) {
    this(relationScore, sketchToPhoto, photoToSketch, patches, MeasuredTruth.UNKNOWN);
  }

  /** Patches along one side of the picture. */
  public int grid() {
    return (int) Math.round(Math.sqrt(patches));
  }
}
