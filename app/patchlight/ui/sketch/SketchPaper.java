package patchlight.ui.sketch;

import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.Stroke;

/**
 * The white sheet that takes the pen. A pointer event inks only its own segment; all strokes are
 * drawn again only where one went away or the sheet changed its size.
 */
public final class SketchPaper extends Region {
  /** Radius of the eraser in pixels of the paper. */
  private static final double ERASER = 9;

  private final SketchViewModel model;
  private final double penWidth;
  private final ImageView ink = new ImageView();
  private final Circle eraser = new Circle(ERASER);
  private InkSurface surface = new InkSurface(1, 1);
  private PaperScale scale = new PaperScale(1, 0, 0);
  private double density = 1;
  private Sketch shown = Sketch.BLANK;
  private @Nullable StrokePen pen;
  private boolean erasing;
  private double lastX;
  private double lastY;

  /**
   * The paper of one drawing.
   *
   * @param penWidth of a slow stroke, in screen units
   */
  public SketchPaper(SketchViewModel model, double penWidth) {
    this.model = model;
    this.penWidth = penWidth;
    getStyleClass().add("sketch-paper");
    eraser.getStyleClass().add("eraser");
    eraser.setVisible(false);
    eraser.setManaged(false);
    eraser.setMouseTransparent(true);
    ink.setMouseTransparent(true);
    getChildren().addAll(ink, eraser);
    Rectangle sheet = new Rectangle();
    sheet.widthProperty().bind(widthProperty());
    sheet.heightProperty().bind(heightProperty());
    setClip(sheet);

    model.sketchProperty().addListener((sketch, before, now) -> show(now));
    model.toolProperty().subscribe(this::take);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(released -> lift());
    setOnMouseMoved(this::hover);
    setOnMouseExited(exited -> eraser.setVisible(false));
  }

  private void take(SketchTool tool) {
    setCursor(tool == SketchTool.PEN ? Cursor.CROSSHAIR : Cursor.NONE);
    eraser.setVisible(false);
  }

  private void press(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    requestFocus();
    lastX = scale.toSketchX(event.getX());
    lastY = scale.toSketchY(event.getY());
    if (model.toolProperty().get() == SketchTool.PEN) {
      pen = new StrokePen(surface, scale, density, penWidth, model.begin(lastX, lastY));
      surface.show();
    } else {
      erasing = true;
      erase(event);
    }
  }

  private void drag(MouseEvent event) {
    // Outside the sheet the pen draws along its edge: no stroke is ever half lost.
    double x = scale.toSketchX(Math.clamp(event.getX(), 0, Math.max(0, getWidth())));
    double y = scale.toSketchY(Math.clamp(event.getY(), 0, Math.max(0, getHeight())));
    if (pen != null) {
      pen.moveTo(model.extend(x, y));
      surface.show();
    } else if (erasing) {
      erase(event);
    }
    lastX = x;
    lastY = y;
  }

  private void erase(MouseEvent event) {
    hover(event);
    double x = scale.toSketchX(event.getX());
    double y = scale.toSketchY(event.getY());
    model.erase(lastX, lastY, x, y, ERASER / scale.factor());
  }

  private void lift() {
    if (pen != null) {
      // The finished stroke is on the surface already.
      pen = null;
      shown = model.live();
    }
    erasing = false;
    model.finish();
  }

  private void hover(MouseEvent event) {
    if (model.toolProperty().get() == SketchTool.ERASER) {
      eraser.setVisible(true);
      eraser.setCenterX(event.getX());
      eraser.setCenterY(event.getY());
    }
  }

  private void show(Sketch sketch) {
    if (!sketch.equals(shown)) {
      PaperScale fitting = PaperScale.of(getWidth(), getHeight(), sketch);
      // The sheet keeps its scale while one works on a sketch that fits it.
      if (shown.isBlank() || sketch.isBlank() || fitting.factor() < scale.factor()) {
        scale = fitting;
      }
      redraw(sketch);
    }
  }

  private void redraw(Sketch sketch) {
    surface.wipe();
    for (Stroke stroke : sketch.strokes()) {
      StrokePen.draw(surface, scale, density, penWidth, stroke);
    }
    surface.show();
    shown = sketch;
  }

  @Override
  protected void layoutChildren() {
    double wanted = getScene() == null ? 1 : getScene().getWindow().getOutputScaleX();
    int width = (int) Math.ceil(getWidth() * wanted);
    int height = (int) Math.ceil(getHeight() * wanted);
    if (width < 1 || height < 1) {
      return;
    }
    if (width != surface.width() || height != surface.height()) {
      // Its strokes would be left in another scale.
      lift();
      density = wanted;
      surface = new InkSurface(width, height);
      scale = PaperScale.of(getWidth(), getHeight(), model.sketchProperty().get());
      ink.setImage(surface.image());
      ink.setFitWidth(width / density);
      ink.setFitHeight(height / density);
      redraw(model.sketchProperty().get());
    }
  }

  /** A point of the sketch where it lies on this paper, for pictures and tests. */
  public Point2D placeOf(Point point) {
    return new Point2D(scale.toPaperX(point.x()), scale.toPaperY(point.y()));
  }
}
