package patchlight.ui.explanation;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/** The sketch rebuilt from this photo and, small, from the best ones. */
final class RebuiltPart extends VBox {
  private static final double MOSTLY_PHOTO = 0.85;

  private final ExplanationViewModel model;
  private final DoubleProperty blend = new SimpleDoubleProperty(MOSTLY_PHOTO);
  private final Label words = PartLabels.wrapped("", "verdict-lines");
  private final HBox strip = new HBox();
  private final EvidenceViewModel evidence;
  private final RebuiltView view;
  private final Consumer<Path> chosen;

  /** The photo whose tile was chosen; its new tile takes the focus that the old one had. */
  private @Nullable Path awaited;

  /**
   * @param chosen told the path of one of the best photos when its tile is clicked
   */
  RebuiltPart(ExplanationViewModel model, EvidenceViewModel evidence, Consumer<Path> chosen) {
    this.model = model;
    this.evidence = evidence;
    this.chosen = chosen;
    view = new RebuiltView(model, evidence, blend);
    view.setId("rebuilt");
    strip.setId("rebuilt-strip");
    strip.getStyleClass().add("rebuilt-strip");
    Label best = PartLabels.styled(Messages.text("ui.explanation.rebuilt.best"), "gauge-name");
    getStyleClass().add("explained");
    getChildren()
        .addAll(
            PartLabels.pictureTitles(
                "ui.explanation.rebuilt.yourSketch", "ui.explanation.rebuilt.yourSketchTip"),
            view,
            words,
            blendSlider(),
            new VBox(6, best, strip));
    evidence.rebuiltProperty().subscribe(this::show);
    evidence.obstacleProperty().subscribe(obstacle -> say());
  }

  RebuiltView view() {
    return view;
  }

  private VBox blendSlider() {
    Slider slider = new Slider(0, 1, MOSTLY_PHOTO);
    slider.valueProperty().bindBidirectional(blend);
    slider.setBlockIncrement(0.1);
    slider.setId("blend");
    slider.setTooltip(IconButton.tooltip(Messages.text("ui.explanation.rebuilt.blendTip")));
    HBox ends =
        new HBox(
            PartLabels.styled(Messages.text("ui.explanation.rebuilt.sketch"), "scale-end"),
            PartLabels.space(),
            PartLabels.styled(Messages.text("ui.explanation.rebuilt.photo"), "scale-end"));
    VBox box = new VBox(slider, ends);
    box.getStyleClass().add("match-slider");
    return box;
  }

  private void show(List<RebuiltPhoto> pictures) {
    List<RebuiltPhoto> best = pictures.isEmpty() ? pictures : pictures.subList(1, pictures.size());
    strip.getChildren().setAll(best.stream().map(this::tile).toList());
    for (int i = 0; i < best.size(); i++) {
      if (best.get(i).photo().photo().path().equals(awaited)) {
        strip.getChildren().get(i).requestFocus();
        awaited = null;
      }
    }
    say();
  }

  private RebuiltTile tile(RebuiltPhoto rebuilt) {
    ShownExplanation shown = model.shownProperty().get();
    boolean isShown =
        shown != null && shown.photo().photo().path().equals(rebuilt.photo().photo().path());
    RebuiltTile tile = new RebuiltTile(rebuilt, isShown, blend, () -> choose(rebuilt));
    HBox.setHgrow(tile, Priority.ALWAYS);
    return tile;
  }

  private void choose(RebuiltPhoto rebuilt) {
    awaited = rebuilt.photo().photo().path();
    chosen.accept(awaited);
  }

  private void say() {
    String obstacle = evidence.obstacleProperty().get();
    words.setText(obstacle.isEmpty() ? Messages.text("ui.explanation.rebuilt.words") : obstacle);
  }
}
