package patchlight.ui.explanation;

/** One way of looking at an explanation. */
public enum ExplanationPart {
  /** Which patch answers to which. */
  MATCHES("ui.explanation.part.matches", "ui.explanation.part.matchesTip"),
  /** Which stroke brought the photo up. */
  STROKES("ui.explanation.part.strokes", "ui.explanation.part.strokesTip"),
  /** The sketch rebuilt from the photo's patches. */
  REBUILT("ui.explanation.part.rebuilt", "ui.explanation.part.rebuiltTip"),
  /** Where the retrieval token looks. */
  ATTENTION("ui.explanation.part.attention", "ui.explanation.part.attentionTip");

  final String nameKey;
  final String tipKey;

  ExplanationPart(String nameKey, String tipKey) {
    this.nameKey = nameKey;
    this.tipKey = tipKey;
  }
}
