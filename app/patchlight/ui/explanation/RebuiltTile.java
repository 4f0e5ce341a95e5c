package patchlight.ui.explanation;

import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/**
 * One small rebuilt sketch with the rank of its photo, which a click or a key chooses. As high as
 * it is wide, and a line of text.
 */
final class RebuiltTile extends Region {
  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
  private static final double CAPTION = 18;

  private final Region sheet = new Region();
  private final ImageView sketch;
  private final ImageView rebuilt;
  private final Label caption;

  /**
   * @param shown whether the photo is the one that is explained
   * @param blend how much of the photo's patches is laid over the sketch, in [0, 1]
   * @param chosen run when the photo is to be explained
   */
  RebuiltTile(RebuiltPhoto photo, boolean shown, DoubleProperty blend, Runnable chosen) {
    sketch = new ImageView(photo.sketch());
    rebuilt = new ImageView(photo.patches());
    rebuilt.opacityProperty().bind(blend);
    caption =
        PartLabels.styled(
            Messages.text("ui.explanation.rebuilt.rank", photo.photo().rank()), "scale-end");
    sheet.getStyleClass().add("sheet");
    String words =
        Messages.text(
            shown ? "ui.explanation.rebuilt.shown" : "ui.explanation.rebuilt.choose",
            photo.photo().rank(),
            photo.photo().photo().path().getFileName());
    Tooltip.install(this, IconButton.tooltip(words));
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(words);
    setFocusTraversable(true);
    setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY) {
        chosen.run();
      }
    });
    setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
        chosen.run();
        key.consume();
      }
    });
    pseudoClassStateChanged(SHOWN, shown);
    getStyleClass().add("rebuilt-tile");
    setMinWidth(0);
    setPrefWidth(60);
    setMaxWidth(160);
    getChildren().addAll(sheet, sketch, rebuilt, caption);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(0, width) + CAPTION;
  }

  @Override
  protected void layoutChildren() {
    double side = getWidth() - 2;
    sheet.resizeRelocate(0, 0, getWidth(), getWidth());
    for (ImageView view : new ImageView[] {sketch, rebuilt}) {
      view.setFitWidth(side);
      view.setFitHeight(side);
      view.relocate(1, 1);
    }
    caption.resizeRelocate(0, getWidth() + 2, getWidth(), CAPTION - 2);
  }
}
