package patchlight.ui.explanation;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.RetrievalAttention;

/** Where the retrieval token looks on both pictures, in the mean or in one head. */
final class AttentionView extends PicturePair {
  /** The mean over all heads, where a head is asked for. */
  static final int MEAN = -1;

  private final EvidenceViewModel evidence;
  private final int fixedHead;
  private final @Nullable ReadOnlyIntegerProperty head;

  /** The large pair: shows the head that is chosen. */
  AttentionView(
      ExplanationViewModel model, EvidenceViewModel evidence, ReadOnlyIntegerProperty head) {
    super(model);
    this.evidence = evidence;
    this.head = head;
    fixedHead = MEAN;
    head.subscribe(chosen -> repaint());
    evidence.attentionProperty().subscribe(looked -> repaint());
  }

  /** A small pair of one head. */
  AttentionView(ExplanationViewModel model, EvidenceViewModel evidence, int head) {
    super(model);
    this.evidence = evidence;
    this.head = null;
    fixedHead = head;
  }

  @Override
  void paint(GraphicsContext brush, ShownExplanation shown) {
    PairAttention looked = evidence.attentionProperty().get();
    if (looked != null) {
      int chosen = head == null ? fixedHead : head.get();
      int grid = shown.explanation().grid();
      for (Side side : Side.values()) {
        paintHeat(brush, side, values(looked.on(side), chosen), grid);
      }
    }
  }

  private static float[] values(RetrievalAttention looked, int head) {
    return head == MEAN ? looked.mean() : looked.head(head);
  }
}
