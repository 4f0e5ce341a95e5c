package patchlight.ui.explanation;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import patchlight.messages.Messages;

/**
 * How the photo came to its place, opened with a click: both scores, their formulas, both ranks.
 */
final class OpenedScore extends VBox {
  private final Label similarity = PartLabels.wrapped("", "score-words");
  private final Label relation = PartLabels.wrapped("", "score-words");

  OpenedScore(ExplanationViewModel model) {
    FontIcon closed = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
    FontIcon open = new FontIcon(MaterialDesignC.CHEVRON_DOWN);
    ToggleButton toggle = new ToggleButton(Messages.text("ui.explanation.score"), closed);
    toggle.setId("open-score");
    toggle.getStyleClass().addAll("flat", "score-toggle");
    VBox words =
        new VBox(
            similarity,
            formula("ui.explanation.score.similarityFormula"),
            relation,
            formula("ui.explanation.score.relationFormula"));
    words.getStyleClass().add("score-box");
    words.visibleProperty().bind(toggle.selectedProperty());
    words.managedProperty().bind(toggle.selectedProperty());
    toggle.selectedProperty().subscribe(opened -> toggle.setGraphic(opened ? open : closed));
    getStyleClass().add("opened-score");
    getChildren().addAll(toggle, words);
    model.shownProperty().subscribe(this::show);
  }

  private static Label formula(String key) {
    return PartLabels.wrapped(Messages.text(key), "formula");
  }

  private void show(@Nullable ShownExplanation shown) {
    if (shown == null) {
      return;
    }
    PlaceByScore place = PlaceByScore.of(shown.photo(), shown.ranking().photos());
    similarity.setText(
        Messages.text(
            place.rankedBySimilarity()
                ? "ui.explanation.score.similarity"
                : "ui.explanation.score.similarityAside",
            shown.photo().similarity(),
            place.bySimilarity()));
    relation.setText(
        place.byRelation().isPresent()
            ? Messages.text(
                "ui.explanation.score.relation",
                shown.explanation().relationScore(),
                place.byRelation().getAsInt(),
                place.compared())
            : Messages.text(
                "ui.explanation.score.relationUnranked",
                shown.explanation().relationScore(),
                place.compared()));
  }
}
