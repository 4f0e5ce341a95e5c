package patchlight.ui.explanation;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/** A figure between 0 and 1 with its name, its bar, and a tooltip that says what it measures. */
final class Gauge extends VBox {
  private final Label value = new Label();
  private final ProgressBar bar = new ProgressBar(0);

  Gauge(String name, String meaning) {
    Label label = new Label(name);
    label.getStyleClass().add("gauge-name");
    value.getStyleClass().add("gauge-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("gauge-bar");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox words = new HBox(label, space, value);
    getStyleClass().add("gauge");
    getChildren().addAll(words, bar);
    setMinWidth(0);
    Tooltip.install(this, IconButton.tooltip(meaning));
  }

  void show(double figure) {
    value.setText(Messages.text("ui.explanation.figure", figure));
    bar.setProgress(Math.clamp(figure, 0, 1));
  }
}
