package patchlight.ui.explanation;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.PairAttention;
import patchlight.messages.Messages;

/**
 * Where the retrieval token looks: the mean of all heads first, each head as a small pair below.
 */
final class AttentionPart extends VBox {
  private static final double SMALL = 138;

  private final ExplanationViewModel model;
  private final EvidenceViewModel evidence;
  private final ReadOnlyIntegerWrapper head = new ReadOnlyIntegerWrapper(AttentionView.MEAN);
  private final AttentionView view;
  private final FlowPane heads = new FlowPane();
  private final ToggleGroup chosen = new ToggleGroup();
  private final List<AttentionView> small = new ArrayList<>();

  AttentionPart(ExplanationViewModel model, EvidenceViewModel evidence) {
    this.model = model;
    this.evidence = evidence;
    view = new AttentionView(model, evidence, head.getReadOnlyProperty());
    view.setId("attention");
    heads.setId("attention-heads");
    heads.getStyleClass().add("attention-heads");
    getStyleClass().add("explained");
    getChildren()
        .addAll(
            PartLabels.pictureTitles("ui.explanation.yourSketch", "ui.explanation.yourSketchTip"),
            view,
            PartLabels.wrapped(Messages.text("ui.explanation.attention.words"), "verdict-lines"),
            heads);
    evidence.attentionProperty().subscribe(this::show);
  }

  void showPhoto(@Nullable Image image) {
    view.showPhoto(image);
    small.forEach(pair -> pair.showPhoto(image));
  }

  /** The tiles stay as long as the network has as many heads: they watch the model themselves. */
  private void show(@Nullable PairAttention looked) {
    heads.setVisible(looked != null);
    if (looked != null && looked.sketch().heads() + 1 != small.size()) {
      heads.getChildren().clear();
      small.clear();
      head.set(AttentionView.MEAN);
      for (int each = AttentionView.MEAN; each < looked.sketch().heads(); each++) {
        heads.getChildren().add(tile(each));
      }
    }
  }

  private ToggleButton tile(int each) {
    AttentionView pair =
        new AttentionView(model, evidence, new ReadOnlyIntegerWrapper(each).getReadOnlyProperty());
    pair.setPrefSize(SMALL, (SMALL - PicturePair.GAP) / 2);
    pair.showPhoto(view.photoImage().getImage());
    pair.setMouseTransparent(true);
    small.add(pair);
    ToggleButton tile =
        new ToggleButton(
            each == AttentionView.MEAN
                ? Messages.text("ui.explanation.attention.mean")
                : Messages.text("ui.explanation.attention.head", each + 1),
            pair);
    tile.setContentDisplay(ContentDisplay.TOP);
    tile.setToggleGroup(chosen);
    tile.setSelected(each == AttentionView.MEAN);
    tile.getStyleClass().addAll("flat", "attention-head");
    tile.setOnAction(pressed -> {
      tile.setSelected(true);
      head.set(each);
    });
    return tile;
  }
}
