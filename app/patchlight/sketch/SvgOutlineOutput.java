package patchlight.sketch;

import com.github.weisj.jsvg.renderer.output.Output;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where JSVG "paints": it keeps the outline of every visible shape. Shapes in the paper's colour
 * are not ink; the paper is white, or the colour of a first shape that fills the whole page. Images
 * and clips are passed over.
 */
final class SvgOutlineOutput implements Output {
  private static final float INVISIBLE = 0.02f;

  /** What all children of one output share. */
  private static final class Page {
    final Rectangle2D inner;
    final List<Path2D> outlines = new ArrayList<>();
    Color paper = Color.WHITE;
    @Nullable Shape lastFilled;
    @Nullable AffineTransform lastTransform;

    Page(double width, double height) {
      inner = new Rectangle2D.Double(width * 0.02, height * 0.02, width * 0.96, height * 0.96);
    }
  }

  private final Page page;
  private AffineTransform transform;
  private Paint paint;
  private Stroke stroke;
  private float opacity;

  SvgOutlineOutput(double width, double height) {
    this(new Page(width, height), new AffineTransform(), Color.BLACK, new BasicStroke(), 1);
  }

  private SvgOutlineOutput(
      Page page, AffineTransform transform, Paint paint, Stroke stroke, float opacity) {
    this.page = page;
    this.transform = new AffineTransform(transform);
    this.paint = paint;
    this.stroke = stroke;
    this.opacity = opacity;
  }

  /** In the page's units, in the order they were painted. */
  List<Path2D> outlines() {
    return page.outlines;
  }

  @Override
  public void fillShape(Shape shape) {
    Path2D outline = new Path2D.Double(shape, transform);
    if (page.outlines.isEmpty() && outline.contains(page.inner) && paint instanceof Color color) {
      page.paper = color;
    } else if (visible()) {
      page.outlines.add(outline);
      page.lastFilled = shape;
      page.lastTransform = transform();
    }
  }

  @Override
  public void drawShape(Shape shape) {
    boolean alreadyFilled = shape.equals(page.lastFilled) && transform.equals(page.lastTransform);
    if (visible() && !alreadyFilled) {
      page.outlines.add(new Path2D.Double(shape, transform));
    }
  }

  private boolean visible() {
    if (paint instanceof Color color) {
      boolean asPaper = (color.getRGB() & 0xFFFFFF) == (page.paper.getRGB() & 0xFFFFFF);
      return !asPaper && opacity * color.getAlpha() / 255 > INVISIBLE;
    }
    return opacity > INVISIBLE;
  }

  @Override
  public void setPaint(Paint paint) {
    this.paint = paint;
  }

  @Override
  public void setPaint(Supplier<Paint> paint) {
    this.paint = paint.get();
  }

  @Override
  public void setStroke(Stroke stroke) {
    this.stroke = stroke;
  }

  @Override
  public Stroke stroke() {
    return stroke;
  }

  @Override
  public Output createChild() {
    return new SvgOutlineOutput(page, transform, paint, stroke, opacity);
  }

  @Override
  public AffineTransform transform() {
    return new AffineTransform(transform);
  }

  @Override
  public void setTransform(AffineTransform transform) {
    this.transform = new AffineTransform(transform);
  }

  @Override
  public void applyTransform(AffineTransform further) {
    transform.concatenate(further);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void scale(double sx, double sy) {
    transform.scale(sx, sy);
  }

  @Override
  public void translate(double dx, double dy) {
    transform.translate(dx, dy);
  }

  @Override
  public float currentOpacity() {
    return opacity;
  }

  @Override
  public void applyOpacity(float factor) {
    opacity *= factor;
  }

  @Override
  public SafeState safeState() {
    AffineTransform transformThen = transform();
    Paint paintThen = paint;
    Stroke strokeThen = stroke;
    float opacityThen = opacity;
    return () -> {
      transform = transformThen;
      paint = paintThen;
      stroke = strokeThen;
      opacity = opacityThen;
    };
  }

  @Override
  public Rectangle2D clipBounds() {
    double far = Float.MAX_VALUE / 4;
    return new Rectangle2D.Double(-far, -far, 2 * far, 2 * far);
  }

  @Override
  public Optional<Float> contextFontSize() {
    return Optional.empty();
  }

  @Override
  public boolean supportsFilters() {
    return false;
  }

  @Override
  public boolean supportsColors() {
    return true;
  }

  @Override
  public @Nullable RenderingHints renderingHints() {
    return null;
  }

  @Override
  public @Nullable Object renderingHint(RenderingHints.Key key) {
    return null;
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {}

  @Override
  public void applyClip(Shape clip) {}

  @Override
  public void drawImage(BufferedImage image) {}

  @Override
  public void drawImage(Image image, @Nullable ImageObserver observer) {}

  @Override
  public void drawImage(Image image, AffineTransform at, @Nullable ImageObserver observer) {}

  @Override
  public void debugPaint(Consumer<Graphics2D> painter) {}

  @Override
  public void dispose() {}
}
