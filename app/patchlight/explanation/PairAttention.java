package patchlight.explanation;

/** Where the retrieval token looks in both pictures; as many heads in the one as in the other. */
public record PairAttention(RetrievalAttention sketch, RetrievalAttention photo) {
  /**
   * Both pictures' attention as an encoder tells it.
   *
   * @param sketch head by head, {@code heads * patches} values
   * @param photo the same
   * @param patches of either picture
   */
  public static PairAttention of(float[] sketch, float[] photo, int patches) {
    return new PairAttention(
        new RetrievalAttention(sketch.length / patches, sketch),
        new RetrievalAttention(photo.length / patches, photo));
  }
}
