package patchlight.ui.explanation;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.StrokeInfluence;
import patchlight.messages.Messages;

/** Which stroke brought the photo up: tinted strokes, their scale, and the strongest in a list. */
final class StrokesPart extends VBox {
  private static final int LISTED = 6;

  private final StrokesViewModel strokes;
  private final Label sentence = PartLabels.wrapped("", "verdict");
  private final Label scope = PartLabels.wrapped("", "verdict-lines");
  private final Label least = PartLabels.styled("", "scale-end");
  private final Label most = PartLabels.styled("", "scale-end");
  private final VBox rows = new VBox();

  StrokesPart(EvidenceViewModel evidence, StrokesViewModel strokes, StrokeView view) {
    this.strokes = strokes;
    view.setId("strokes");
    sentence.setId("stroke-sentence");
    scope.setId("stroke-scope");
    rows.setId("stroke-rows");
    rows.getStyleClass().add("stroke-rows");
    VBox words = new VBox(sentence, scope);
    words.getStyleClass().addAll("verdict-box", "stroke-words");
    getStyleClass().add("explained");
    getChildren()
        .addAll(
            PartLabels.pictureTitles(
                "ui.explanation.strokes.yourSketch", "ui.explanation.strokes.yourSketchTip"),
            view,
            legend(),
            words,
            rows);
    evidence.influenceProperty().subscribe(this::show);
    evidence.obstacleProperty().subscribe(obstacle -> say());
    strokes.pointedAtProperty().subscribe(stroke -> say());
  }

  private VBox legend() {
    Region scale = new Region();
    scale.getStyleClass().add("influence-scale");
    scale.setStyle("-influence-colors: " + InfluenceColors.gradient());
    HBox ends =
        new HBox(
            least,
            PartLabels.space(),
            PartLabels.styled(Messages.text("ui.explanation.strokes.neither"), "scale-end"),
            PartLabels.space(),
            most);
    VBox legend = new VBox(scale, ends);
    legend.getStyleClass().add("match-slider");
    return legend;
  }

  private void show(@Nullable StrokeInfluence influence) {
    least.setText(Messages.text("ui.explanation.strokes.hinders", strokes.scale()));
    most.setText(Messages.text("ui.explanation.strokes.helps", strokes.scale()));
    scope.setText(influence == null || influence.toMeasure() == 0 ? "" : influence.scope());
    rows.getChildren()
        .setAll(
            influence == null
                ? List.of()
                : strokes.strongest(LISTED).stream()
                    .map(effect -> new StrokeRow(influence, effect, strokes))
                    .toList());
    say();
  }

  private void say() {
    sentence.setText(strokes.sentence());
  }
}
