package patchlight.ui.explanation;

import patchlight.explanation.RetrievalAttention;

/** Where the retrieval token looks in both pictures; as many heads in the one as in the other. */
public record PairAttention(RetrievalAttention sketch, RetrievalAttention photo) {
  /** One picture's attention. */
  RetrievalAttention on(Side side) {
    return side == Side.SKETCH ? sketch : photo;
  }
}
