package patchlight.ui.explanation;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import patchlight.explanation.Correspondence;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/** Which patch answers to which, whether that is true, and how sure the network is. */
final class MatchesPart extends VBox {
  private final ExplanationViewModel model;
  private final Label count = PartLabels.styled("", "gauge-value");
  private final Label sentence = PartLabels.wrapped("", "verdict");
  private final Label worth = PartLabels.wrapped("", "verdict-lines");
  private final Label lines = PartLabels.wrapped("", "verdict-lines");
  private final Gauge similarity =
      new Gauge(
          Messages.text("ui.explanation.similarity"),
          Messages.text("ui.explanation.similarityMeaning"));
  private final Gauge relation =
      new Gauge(
          Messages.text("ui.explanation.relation"),
          Messages.text("ui.explanation.relationMeaning"));
  private final Gauge sharpness =
      new Gauge(
          Messages.text("ui.explanation.sharpness"),
          Messages.text("ui.explanation.sharpnessMeaning"));

  /**
   * The part for one explanation.
   *
   * @param matches the pictures
   */
  MatchesPart(ExplanationViewModel model, EvidenceViewModel evidence, MatchView matches) {
    this.model = model;
    matches.setId("matches");
    sentence.setId("sentence");
    worth.setId("worth");
    worth.managedProperty().bind(worth.visibleProperty());
    worth.setTooltip(IconButton.tooltip(Messages.text("ui.explanation.worthMeaning")));
    count.setId("match-count");
    VBox gauges = new VBox(similarity, relation, sharpness, new OpenedScore(model));
    gauges.getStyleClass().add("gauges");
    getStyleClass().add("explained");
    getChildren()
        .addAll(
            PartLabels.pictureTitles("ui.explanation.yourSketch", "ui.explanation.yourSketchTip"),
            matches,
            words(evidence),
            new FaithfulnessRow(model, evidence),
            matchSlider(),
            gauges);
    model.verdictProperty().subscribe(this::show);
    model.matchesProperty().subscribe(this::showCount);
  }

  private VBox words(EvidenceViewModel evidence) {
    Label hover = PartLabels.wrapped(Messages.text("ui.explanation.hover"), "verdict-lines");
    VBox words = new VBox(sentence, worth, lines, hover, new LackingLine(model, evidence));
    words.getStyleClass().add("verdict-box");
    return words;
  }

  /** The slider lies on the colours of the lines: all lines right of its thumb are drawn. */
  private VBox matchSlider() {
    Slider slider = new Slider(0, 1, 0);
    slider.valueProperty().bindBidirectional(model.weakestProperty());
    slider.setBlockIncrement(0.02);
    slider.setId("weakest-match");
    slider.setTooltip(IconButton.tooltip(Messages.text("ui.explanation.sliderTip")));
    slider.getStyleClass().add("strength-slider");
    slider.setStyle("-strength-colors: " + StrengthColors.gradient());
    Label name = PartLabels.styled(Messages.text("ui.explanation.matches"), "gauge-name");
    HBox words = new HBox(name, PartLabels.space(), count);
    HBox ends =
        new HBox(
            PartLabels.styled(Messages.text("ui.explanation.chance"), "scale-end"),
            PartLabels.space(),
            PartLabels.styled(Messages.text("ui.explanation.certain"), "scale-end"));
    VBox box = new VBox(words, slider, ends);
    box.getStyleClass().add("match-slider");
    return box;
  }

  private void show(Verdict verdict) {
    sentence.setText(verdict.sentence());
    worth.setText(verdict.worth());
    worth.setVisible(!verdict.worth().isEmpty());
    lines.setText(verdict.lines());
    similarity.show(verdict.similarity());
    relation.show(verdict.relationScore());
    sharpness.show(verdict.sharpness());
  }

  private void showCount(List<Correspondence> matches) {
    count.setText(Messages.text("ui.explanation.count", matches.size(), model.allMatches()));
  }
}
