package patchlight.ui.explanation;

import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Correspondence;
import patchlight.explanation.Explanation;
import patchlight.sketch.InkImage;

/**
 * Sketch and photo side by side, with match lines over them and the patches that answer to the one
 * under the pointer. The network squashes a photo to a square, so its patches are here cells of the
 * photo in its own shape.
 */
final class MatchView extends Region {
  private static final double GAP = 28;
  private static final Color POINTED_AT = Color.web("#ff7a18");

  private final ExplanationViewModel model;
  private final ImageView sketch = new ImageView();
  private final ImageView photo = new ImageView();
  private final Region sketchSheet = new Region();
  private final Canvas overlay = new Canvas();
  private @Nullable InkImage shownInk;
  private Map<Side, Bounds> places = Map.of();

  MatchView(ExplanationViewModel model) {
    this.model = model;
    sketchSheet.getStyleClass().add("sheet");
    overlay.setMouseTransparent(true);
    getChildren().addAll(sketchSheet, sketch, photo, overlay);
    getStyleClass().add("match-view");
    model.shownProperty().subscribe(this::showSketch);
    model.matchesProperty().subscribe(matches -> draw());
    model.hoveredProperty().subscribe(hovered -> draw());
    setOnMouseMoved(this::point);
    setOnMouseExited(exited -> model.hover(null));
  }

  /** Shows the photo's picture; null until it is decoded. */
  void showPhoto(@Nullable Image image) {
    photo.setImage(image);
    requestLayout();
  }

  private void showSketch(@Nullable ShownExplanation shown) {
    if (shown != null && !shown.ink().equals(shownInk)) {
      shownInk = shown.ink();
      sketch.setImage(picture(shown.ink()));
    }
  }

  private static Image picture(InkImage ink) {
    int side = ink.side();
    int[] pixels = new int[side * side];
    for (int i = 0; i < pixels.length; i++) {
      int grey = Math.round(255 * (1 - ink.ink()[i]));
      pixels[i] = 0xff000000 | (grey << 16) | (grey << 8) | grey;
    }
    WritableImage image = new WritableImage(side, side);
    image
        .getPixelWriter()
        .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
    return image;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(0, (width - GAP) / 2);
  }

  @Override
  protected void layoutChildren() {
    double side = Math.max(1, Math.min((getWidth() - GAP) / 2, getHeight()));
    double left = Math.max(0, (getWidth() - GAP - 2 * side) / 2);
    Bounds sketchPlace = new BoundingBox(left, 0, side, side);
    Bounds photoPlace = fit(photo.getImage(), left + side + GAP, side);
    place(sketch, sketchPlace);
    sketchSheet.resizeRelocate(left - 1, -1, side + 2, side + 2);
    place(photo, photoPlace);
    places = Map.of(Side.SKETCH, sketchPlace, Side.PHOTO, photoPlace);
    overlay.setWidth(getWidth());
    overlay.setHeight(getHeight());
    draw();
  }

  private static Bounds fit(@Nullable Image image, double left, double side) {
    if (image == null) {
      return new BoundingBox(left, 0, side, side);
    }
    double scale = side / Math.max(image.getWidth(), image.getHeight());
    double width = image.getWidth() * scale;
    double height = image.getHeight() * scale;
    return new BoundingBox(left + (side - width) / 2, (side - height) / 2, width, height);
  }

  private static void place(ImageView view, Bounds place) {
    view.setFitWidth(place.getWidth());
    view.setFitHeight(place.getHeight());
    view.relocate(place.getMinX(), place.getMinY());
  }

  private void point(MouseEvent event) {
    model.hover(patchAt(event.getX(), event.getY()));
  }

  private @Nullable PatchPlace patchAt(double x, double y) {
    ShownExplanation shown = model.shownProperty().get();
    if (shown == null) {
      return null;
    }
    int grid = shown.explanation().grid();
    for (Map.Entry<Side, Bounds> picture : places.entrySet()) {
      Bounds place = picture.getValue();
      if (place.contains(x, y)) {
        int column = cell((x - place.getMinX()) / place.getWidth(), grid);
        int row = cell((y - place.getMinY()) / place.getHeight(), grid);
        return new PatchPlace(picture.getKey(), row * grid + column);
      }
    }
    return null;
  }

  private static int cell(double share, int grid) {
    return Math.clamp((long) (share * grid), 0, grid - 1);
  }

  /** Where a patch lies in this view, for pictures and tests. */
  Bounds cellOf(PatchPlace place, int grid) {
    Bounds picture = places.getOrDefault(place.side(), new BoundingBox(0, 0, 0, 0));
    double width = picture.getWidth() / grid;
    double height = picture.getHeight() / grid;
    int row = place.patch() / grid;
    int column = place.patch() % grid;
    return new BoundingBox(
        picture.getMinX() + column * width, picture.getMinY() + row * height, width, height);
  }

  private void draw() {
    GraphicsContext brush = overlay.getGraphicsContext2D();
    brush.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
    ShownExplanation shown = model.shownProperty().get();
    if (shown == null || places.isEmpty()) {
      return;
    }
    int grid = shown.explanation().grid();
    drawHeat(brush, Side.SKETCH, grid);
    drawHeat(brush, Side.PHOTO, grid);
    drawMatches(brush, shown.explanation());
    PatchPlace hovered = model.hoveredProperty().get();
    if (hovered != null) {
      outline(brush, cellOf(hovered, grid));
    }
  }

  private void drawHeat(GraphicsContext brush, Side side, int grid) {
    float[] heat = model.heat(side);
    for (int patch = 0; patch < heat.length; patch++) {
      Bounds cell = cellOf(new PatchPlace(side, patch), grid);
      brush.setFill(StrengthColors.of(heat[patch]).deriveColor(0, 1, 1, opacity(heat[patch])));
      brush.fillRect(cell.getMinX(), cell.getMinY(), cell.getWidth(), cell.getHeight());
    }
  }

  /** Clear patches cover the picture nearly, vague ones hardly. */
  private static double opacity(double clarity) {
    return Math.min(0.85, 1.3 * clarity);
  }

  private void drawMatches(GraphicsContext brush, Explanation explanation) {
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

  private static void outline(GraphicsContext brush, Bounds cell) {
    brush.setLineWidth(4);
    brush.setStroke(Color.WHITE);
    brush.strokeRect(cell.getMinX(), cell.getMinY(), cell.getWidth(), cell.getHeight());
    brush.setLineWidth(2);
    brush.setStroke(POINTED_AT);
    brush.strokeRect(cell.getMinX(), cell.getMinY(), cell.getWidth(), cell.getHeight());
  }
}
