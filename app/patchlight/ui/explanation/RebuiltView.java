package patchlight.ui.explanation;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/** The sketch rebuilt from patches of the photo; pointing at one frames where it was taken. */
final class RebuiltView extends PicturePair {
  private final ImageView rebuilt = new ImageView();
  private @Nullable PatchPlace hovered;

  /**
   * @param blend how much of the photo's patches is shown over the sketch, in [0, 1]
   */
  RebuiltView(ExplanationViewModel model, EvidenceViewModel evidence, DoubleProperty blend) {
    super(model);
    rebuilt.setMouseTransparent(true);
    rebuilt.opacityProperty().bind(blend);
    getChildren().add(getChildren().size() - 1, rebuilt);
    evidence.rebuiltProperty().subscribe(this::show);
    setOnMouseMoved(moved -> hover(patchAt(moved.getX(), moved.getY())));
    setOnMouseExited(exited -> hover(null));
  }

  private void show(List<RebuiltPhoto> pictures) {
    rebuilt.setImage(pictures.isEmpty() ? null : pictures.getFirst().patches());
    repaint();
  }

  private void hover(@Nullable PatchPlace place) {
    hovered = place;
    repaint();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    place(rebuilt, place(Side.SKETCH));
  }

  @Override
  void paint(GraphicsContext brush, ShownExplanation shown) {
    PatchPlace at = hovered;
    int grid = shown.explanation().grid();
    if (at == null) {
      return;
    }
    for (int patch = 0; patch < shown.explanation().patches(); patch++) {
      if (shown.explanation().inked(patch)) {
        PatchPlace from = new PatchPlace(Side.PHOTO, shown.explanation().answer(patch));
        PatchPlace to = new PatchPlace(Side.SKETCH, patch);
        if (at.equals(from) || at.equals(to)) {
          outline(brush, cellOf(from, grid));
          outline(brush, cellOf(to, grid));
        }
      }
    }
  }
}
