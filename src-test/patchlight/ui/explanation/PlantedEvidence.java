package patchlight.ui.explanation;

import java.util.List;
import java.util.OptionalInt;
import patchlight.explanation.CoveringCurve;
import patchlight.explanation.CoveringCurve.Step;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PairAttention;
import patchlight.explanation.RetrievalAttention;
import patchlight.explanation.Standing;
import patchlight.explanation.StrokeEffect;
import patchlight.explanation.StrokeInfluence;

/** Known findings for the match of {@link PlantedMatch}. */
final class PlantedEvidence {
  private PlantedEvidence() {}

  /** A match of 0.8 of which this much is left when the fifth that is marked most is covered. */
  static Faithfulness faithfulness(double left) {
    CoveringCurve curve =
        new CoveringCurve(
            List.of(new Step(0, 0.8, 0.8), new Step(0.2, left, 0.6), new Step(1, 0, 0)));
    return new Faithfulness(curve, curve);
  }

  /** Of both strokes the first helps by 0.1 and holds the photo at rank 2, the other hinders. */
  static StrokeInfluence influence() {
    return new StrokeInfluence(
        standing(0.8, 2),
        List.of(new StrokeEffect(0, standing(0.7, 9)), new StrokeEffect(1, standing(0.85, 1))),
        2,
        2);
  }

  private static Standing standing(double similarity, int rank) {
    return new Standing(similarity, OptionalInt.of(rank));
  }

  /** Two heads on pictures of four patches. */
  static PairAttention attention() {
    RetrievalAttention looked =
        new RetrievalAttention(2, new float[] {0.7f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.7f});
    return new PairAttention(looked, looked);
  }
}
