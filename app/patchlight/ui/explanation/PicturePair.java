package patchlight.ui.explanation;

import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import patchlight.sketch.InkImage;

/**
 * Sketch and photo side by side, and a sheet over both to paint on. The network squashes a photo to
 * a square, so its patches are here cells of the photo in its own shape.
 */
abstract class PicturePair extends Region {
  static final double GAP = 28;
  private static final Color POINTED_AT = Color.web("#ff7a18");

  private final ExplanationViewModel model;
  private final ImageView sketch = new ImageView();
  private final ImageView photo = new ImageView();
  private final Region sketchSheet = new Region();
  private final Canvas overlay = new Canvas();
  private @Nullable InkImage shownInk;
  private Map<Side, Bounds> places = Map.of();

  PicturePair(ExplanationViewModel model) {
    this.model = model;
    sketchSheet.getStyleClass().add("sheet");
    overlay.setMouseTransparent(true);
    getChildren().addAll(sketchSheet, sketch, photo, overlay);
    getStyleClass().add("match-view");
    model.shownProperty().subscribe(this::showSketch);
  }

  /** Paints over the pictures; the sheet is empty before. */
  abstract void paint(GraphicsContext brush, ShownExplanation shown);

  /** Shows the photo's picture; null until it is decoded. */
  void showPhoto(@Nullable Image image) {
    photo.setImage(image);
    requestLayout();
  }

  private void showSketch(@Nullable ShownExplanation shown) {
    if (shown != null && !shown.ink().equals(shownInk)) {
      shownInk = shown.ink();
      sketch.setImage(PixelImages.of(shown.ink()));
    }
  }

  ImageView sketchImage() {
    return sketch;
  }

  ImageView photoImage() {
    return photo;
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
    repaint();
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

  static void place(ImageView view, Bounds place) {
    view.setFitWidth(place.getWidth());
    view.setFitHeight(place.getHeight());
    view.relocate(place.getMinX(), place.getMinY());
  }

  /** Paints the sheet anew. */
  final void repaint() {
    GraphicsContext brush = overlay.getGraphicsContext2D();
    brush.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
    ShownExplanation shown = model.shownProperty().get();
    if (shown != null && !places.isEmpty()) {
      paint(brush, shown);
    }
  }

  /** Where a picture lies in this view. */
  Bounds place(Side side) {
    return places.getOrDefault(side, new BoundingBox(0, 0, 0, 0));
  }

  /** The patch of either picture at a point of this view; null between them. */
  @Nullable PatchPlace patchAt(double x, double y) {
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

  /** Where a patch lies in this view. */
  Bounds cellOf(PatchPlace patch, int grid) {
    Bounds picture = place(patch.side());
    double width = picture.getWidth() / grid;
    double height = picture.getHeight() / grid;
    int row = patch.patch() / grid;
    int column = patch.patch() % grid;
    return new BoundingBox(
        picture.getMinX() + column * width, picture.getMinY() + row * height, width, height);
  }

  /**
   * Warms the patches of a picture: clear ones are nearly covered, vague ones hardly.
   *
   * @param heat values in [0, 1] in row order; empty for none
   */
  final void paintHeat(GraphicsContext brush, Side side, float[] heat, int grid) {
    for (int patch = 0; patch < heat.length; patch++) {
      Bounds cell = cellOf(new PatchPlace(side, patch), grid);
      double opacity = Math.min(0.85, 1.3 * heat[patch]);
      brush.setFill(StrengthColors.of(heat[patch]).deriveColor(0, 1, 1, opacity));
      brush.fillRect(cell.getMinX(), cell.getMinY(), cell.getWidth(), cell.getHeight());
    }
  }

  /** Frames the patch that is pointed at. */
  final void outline(GraphicsContext brush, Bounds cell) {
    frame(brush, cell, Color.WHITE, 4);
    frame(brush, cell, POINTED_AT, 2);
  }

  static void frame(GraphicsContext brush, Bounds cell, Color color, double width) {
    brush.setLineWidth(width);
    brush.setStroke(color);
    brush.strokeRect(cell.getMinX(), cell.getMinY(), cell.getWidth(), cell.getHeight());
  }
}
