package patchlight.ui.explanation;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.canvas.GraphicsContext;
import patchlight.explanation.PairAttention;
import patchlight.explanation.RetrievalAttention;

/** Where the retrieval token looks on both pictures, in the mean or in one head. */
final class AttentionView extends PicturePair {
  /** The mean over all heads, where a head is asked for. */
  static final int MEAN = -1;

  private final EvidenceViewModel evidence;
  private final ReadOnlyIntegerProperty head;

  /**
   * @param head which one is shown, or {@link #MEAN}
   */
  AttentionView(
      ExplanationViewModel model, EvidenceViewModel evidence, ReadOnlyIntegerProperty head) {
    super(model);
    this.evidence = evidence;
    this.head = head;
    head.subscribe(chosen -> repaint());
    evidence.attentionProperty().subscribe(looked -> repaint());
  }

  @Override
  void paint(GraphicsContext brush, ShownExplanation shown) {
    PairAttention looked = evidence.attentionProperty().get();
    if (looked != null) {
      int grid = shown.explanation().grid();
      for (Side side : Side.values()) {
        RetrievalAttention on = side == Side.SKETCH ? looked.sketch() : looked.photo();
        paintHeat(brush, side, values(on, head.get()), grid);
      }
    }
  }

  private static float[] values(RetrievalAttention looked, int head) {
    return head == MEAN ? looked.mean() : looked.head(head);
  }
}
