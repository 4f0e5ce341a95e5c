package patchlight.evaluation;

/** What the protocol of ZSE-SBIR (arXiv 2303.14348, section 4) ranks photos by. */
public enum Retrieval {
  /** The cosine of retrieval tokens. */
  RET,

  /** The relation score of every pair of sketch and photo. */
  RN
}
