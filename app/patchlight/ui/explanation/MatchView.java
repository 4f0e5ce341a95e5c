package patchlight.ui.explanation;

import javafx.geometry.Bounds;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Correspondence;
import patchlight.explanation.Counterparts;
import patchlight.explanation.Explanation;

/** Match lines between sketch and photo, and the patches that answer to the one pointed at. */
final class MatchView extends PicturePair {
  /** What is lacking: a colour that no strength has. */
  private static final Color LACKING = Color.web("#a626a4");

  private final ExplanationViewModel model;
  private final EvidenceViewModel evidence;

  MatchView(ExplanationViewModel model, EvidenceViewModel evidence) {
    super(model);
    this.model = model;
    this.evidence = evidence;
    model.matchesProperty().subscribe(matches -> repaint());
    model.hoveredProperty().subscribe(hovered -> repaint());
    evidence.lackingLitProperty().subscribe(lit -> repaint());
    setOnMouseMoved(moved -> model.hover(patchAt(moved.getX(), moved.getY())));
    setOnMouseExited(exited -> model.hover(null));
  }

  @Override
  void paint(GraphicsContext brush, ShownExplanation shown) {
    int grid = shown.explanation().grid();
    Counterparts compared = evidence.counterpartsProperty().get();
    if (evidence.lackingLitProperty().get() && compared != null) {
      paintLacking(brush, compared, grid);
      return;
    }
    paintHeat(brush, Side.SKETCH, model.heat(Side.SKETCH), grid);
    paintHeat(brush, Side.PHOTO, model.heat(Side.PHOTO), grid);
    paintMatches(brush, shown.explanation());
    @Nullable PatchPlace hovered = model.hoveredProperty().get();
    if (hovered != null) {
      outline(brush, cellOf(hovered, grid));
    }
  }

  private void paintLacking(GraphicsContext brush, Counterparts compared, int grid) {
    for (int patch : compared.onlyInOther()) {
      Bounds cell = cellOf(new PatchPlace(Side.SKETCH, patch), grid);
      brush.setFill(LACKING.deriveColor(0, 1, 1, 0.28));
      brush.fillRect(cell.getMinX(), cell.getMinY(), cell.getWidth(), cell.getHeight());
      frame(brush, cell, LACKING, 1.5);
    }
  }

  private void paintMatches(GraphicsContext brush, Explanation explanation) {
    boolean hovering = model.hoveredProperty().get() != null;
    brush.setLineCap(StrokeLineCap.ROUND);
    // Strongest last, so that it lies on top.
    for (Correspondence match : model.matchesProperty().getValue().reversed()) {
      boolean lit = model.touchesHovered(match);
      if (hovering && !lit) {
        continue;
      }
      double clarity = explanation.clarity(match);
      Color color = StrengthColors.of(clarity);
      Bounds from = cellOf(new PatchPlace(Side.SKETCH, match.sketchPatch()), explanation.grid());
      Bounds to = cellOf(new PatchPlace(Side.PHOTO, match.photoPatch()), explanation.grid());
      double opacity = lit ? 1 : 0.45 + 0.55 * clarity;
      double width = 1 + 2 * clarity;
      line(brush, from, to, Color.gray(1, 0.5 * opacity), width + 2);
      line(brush, from, to, color.deriveColor(0, 1, 1, opacity), width);
      dot(brush, from, color, width);
      dot(brush, to, color, width);
    }
  }

  private static void line(
      GraphicsContext brush, Bounds from, Bounds to, Color color, double width) {
    brush.setStroke(color);
    brush.setLineWidth(width);
    double bend = (to.getCenterX() - from.getCenterX()) * 0.35;
    brush.beginPath();
    brush.moveTo(from.getCenterX(), from.getCenterY());
    brush.bezierCurveTo(
        from.getCenterX() + bend,
        from.getCenterY(),
        to.getCenterX() - bend,
        to.getCenterY(),
        to.getCenterX(),
        to.getCenterY());
    brush.stroke();
  }

  private static void dot(GraphicsContext brush, Bounds cell, Color color, double width) {
    double radius = 2 + width * 0.7;
    brush.setFill(Color.WHITE);
    circle(brush, cell, radius + 1.2);
    brush.setFill(color);
    circle(brush, cell, radius);
  }

  private static void circle(GraphicsContext brush, Bounds cell, double radius) {
    brush.fillOval(cell.getCenterX() - radius, cell.getCenterY() - radius, 2 * radius, 2 * radius);
  }
}
