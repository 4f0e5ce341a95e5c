package patchlight.ui.explanation;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Faithfulness;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/** Whether the explanation is true: a sentence, a figure and the curves that it comes from. */
final class FaithfulnessRow extends HBox {
  private static final PseudoClass FAILS = PseudoClass.getPseudoClass("fails");

  private final EvidenceViewModel evidence;
  private final Label figure = PartLabels.styled("", "gauge-value");
  private final Label sentence = PartLabels.wrapped("", "faithfulness-sentence");
  private final FaithfulnessCurve curve = new FaithfulnessCurve();
  private final Tooltip tip = IconButton.tooltip("");

  FaithfulnessRow(ExplanationViewModel model, EvidenceViewModel evidence) {
    this.evidence = evidence;
    figure.setId("faithfulness");
    sentence.setId("faithfulness-sentence");
    HBox head =
        new HBox(
            PartLabels.styled(Messages.text("ui.explanation.faithfulness"), "gauge-name"), figure);
    head.getStyleClass().add("faithfulness-head");
    VBox words = new VBox(head, sentence);
    words.getStyleClass().add("faithfulness-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().add("faithfulness");
    getChildren().addAll(words, new VBox(curve, legend()));
    Tooltip.install(this, tip);
    evidence.faithfulnessProperty().subscribe(this::show);
    evidence.obstacleProperty().subscribe(obstacle -> show(evidence.faithfulnessProperty().get()));
    model.shownProperty().subscribe(shown -> show(evidence.faithfulnessProperty().get()));
  }

  private static HBox legend() {
    HBox legend =
        new HBox(
            PartLabels.styled(Messages.text("ui.explanation.curveGuided"), "curve-guided-name"),
            PartLabels.space(),
            PartLabels.styled(Messages.text("ui.explanation.curveRandom"), "curve-random-name"));
    legend.getStyleClass().add("curve-legend");
    return legend;
  }

  private void show(@Nullable Faithfulness measured) {
    curve.show(measured);
    pseudoClassStateChanged(FAILS, measured != null && !measured.betterThanChance());
    String obstacle = evidence.obstacleProperty().get();
    if (measured == null) {
      figure.setText("");
      sentence.setText(
          obstacle.isEmpty() ? Messages.text("ui.explanation.faithfulnessPending") : obstacle);
      tip.setText(Messages.text("ui.explanation.faithfulnessMeaning"));
    } else {
      figure.setText(Messages.text("ui.explanation.figure", measured.score()));
      sentence.setText(measured.sentence());
      tip.setText(
          Messages.text("ui.explanation.faithfulnessMeaning")
              + System.lineSeparator()
              + Messages.text(
                  "ui.explanation.faithfulnessReverse",
                  measured.kept(Faithfulness.TOLD),
                  measured.keptAtRandom(Faithfulness.TOLD)));
    }
  }
}
