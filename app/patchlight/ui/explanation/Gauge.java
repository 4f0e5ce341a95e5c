package patchlight.ui.explanation;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/** A figure between 0 and 1 with its name, its bar, and a tooltip that says what it measures. */
final class Gauge extends HBox {
  /** Names of all gauges in one column, so that their bars begin below each other. */
  private static final double NAME_WIDTH = 100;

  private final Label value = new Label();
  private final ProgressBar bar = new ProgressBar(0);

  Gauge(String name, String meaning) {
    Label label = new Label(name);
    label.getStyleClass().add("gauge-name");
    label.setMinWidth(NAME_WIDTH);
    value.getStyleClass().add("gauge-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("gauge-bar");
    HBox.setHgrow(bar, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("gauge");
    getChildren().addAll(label, bar, value);
    Tooltip.install(this, IconButton.tooltip(meaning));
  }

  void show(double figure) {
    value.setText(Messages.text("ui.explanation.figure", figure));
    bar.setProgress(Math.clamp(figure, 0, 1));
  }
}
