package patchlight.ui.explanation;

import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Rectangle;
import patchlight.explanation.StrokeEffect;
import patchlight.explanation.StrokeInfluence;
import patchlight.messages.Messages;

/** One stroke of the list: its number, a bar to the left or right, the change of both figures. */
final class StrokeRow extends HBox {
  private static final double BAR = 5;

  StrokeRow(StrokeInfluence influence, StrokeEffect effect, StrokesViewModel strokes) {
    double gain = influence.gain(effect);
    Label name =
        PartLabels.styled(
            Messages.text("ui.explanation.strokes.name", effect.stroke() + 1), "gauge-name");
    Label change =
        PartLabels.styled(Messages.text("ui.explanation.strokes.gain", gain), "gauge-value");
    Label rank = PartLabels.styled(rank(influence, effect), "stroke-rank");
    change.getStyleClass().add("stroke-gain");
    HBox.setHgrow(name, Priority.NEVER);
    name.getStyleClass().add("stroke-name");
    Pane bar = bar(strokes.share(effect.stroke()).orElse(0.0));
    HBox.setHgrow(bar, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true);
    setAccessibleText(influence.sentence(effect));
    getStyleClass().add("stroke-row");
    getChildren().addAll(name, bar, change, rank);
    hoverProperty().subscribe(hovered -> strokes.pointAt(hovered ? effect.stroke() : null));
    focusedProperty()
        .addListener((focus, before, now) -> strokes.pointAt(now ? effect.stroke() : null));
  }

  /** From the middle: to the right what helps, to the left what hinders. */
  private static Pane bar(double share) {
    Rectangle filled = new Rectangle(0, BAR, InfluenceColors.of(share));
    Rectangle middle = new Rectangle(1, 2 * BAR + 1);
    middle.getStyleClass().add("stroke-middle");
    Pane bar = new Pane(filled, middle);
    bar.setMinHeight(middle.getHeight());
    bar.setMaxHeight(middle.getHeight());
    filled.setY((middle.getHeight() - BAR) / 2);
    bar.widthProperty()
        .subscribe(width -> {
          double half = width.doubleValue() / 2;
          filled.setWidth(Math.abs(share) * half);
          filled.setX(share < 0 ? half - filled.getWidth() : half);
          middle.setX(half);
        });
    return bar;
  }

  private static String rank(StrokeInfluence influence, StrokeEffect effect) {
    OptionalInt before = influence.whole().rank();
    OptionalInt after = effect.without().rank();
    if (before.isEmpty() || after.isEmpty()) {
      return "";
    }
    return before.getAsInt() == after.getAsInt()
        ? Messages.text("ui.explanation.strokes.rankSame", before.getAsInt())
        : Messages.text("ui.explanation.strokes.rank", before.getAsInt(), after.getAsInt());
  }
}
