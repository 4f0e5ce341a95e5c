package patchlight.command;

import patchlight.explanation.RetrievalAttention;

/** Where the retrieval token looks on a sketch and on a photo. */
record PairAttention(RetrievalAttention onSketch, RetrievalAttention onPhoto) {}
