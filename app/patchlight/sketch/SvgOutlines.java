package patchlight.sketch;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.FloatSize;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLInputFactory;
import org.jspecify.annotations.Nullable;

/**
 * The strokes of an SVG: the outline of each shape that it draws, curves flattened. JSVG resolves
 * styles, transforms and nesting; entities, document types and anything outside the file stay shut.
 */
final class SvgOutlines {
  /**
   * How far a flattened curve may leave the true one, as a share of the drawing's extent: a tenth
   * of a pixel in 200.
   */
  private static final double FLATNESS = 1 / 2000.0;

  /**
   * Silent: what JSVG would log the caller is told, and shows once. A field, for loggers nobody
   * holds are forgotten.
   */
  private static final Logger JSVG_LOG = Logger.getLogger("com.github.weisj.jsvg");

  static {
    JSVG_LOG.setLevel(Level.OFF);
  }

  private SvgOutlines() {}

  /**
   * The outlines in the order they are painted, in the SVG's units; a blank sketch where nothing is
   * painted.
   *
   * @param fileName named in messages
   * @throws SketchException where the stream is no SVG
   */
  static Sketch read(InputStream stream, String fileName) throws SketchException {
    SVGDocument document = load(stream, fileName);
    FloatSize size = document.size();
    SvgOutlineOutput output = new SvgOutlineOutput(size.width, size.height);
    document.renderWithPlatform(NullPlatformSupport.INSTANCE, output, null);
    return flatten(output.outlines());
  }

  private static SVGDocument load(InputStream stream, String fileName) throws SketchException {
    XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    LoaderContext shut =
        LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL).build();
    @Nullable SVGDocument document;
    try {
      document = new SVGLoader().load(() -> xml.createXMLEventReader(stream), null, shut);
    } catch (RuntimeException e) {
      throw new SketchException("sketch.badSvg", fileName, String.valueOf(e.getMessage()), e);
    }
    if (document == null) {
      throw new SketchException("sketch.badSvg", fileName, "its XML is damaged");
    }
    return document;
  }

  private static Sketch flatten(List<Path2D> outlines) {
    Rectangle2D box = new Rectangle2D.Double();
    for (int i = 0; i < outlines.size(); i++) {
      Rectangle2D bounds = outlines.get(i).getBounds2D();
      box = i == 0 ? bounds : box.createUnion(bounds);
    }
    double flatness = Math.max(Math.max(box.getWidth(), box.getHeight()) * FLATNESS, 1e-9);
    List<Stroke> strokes = new ArrayList<>();
    for (Path2D outline : outlines) {
      addStrokes(outline.getPathIterator(null, flatness), strokes);
    }
    return new Sketch(strokes);
  }

  private static void addStrokes(PathIterator path, List<Stroke> strokes) {
    List<Point> points = new ArrayList<>();
    double[] at = new double[6];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          endStroke(points, strokes);
          points.add(new Point(at[0], at[1], 0));
        }
        case PathIterator.SEG_LINETO -> points.add(new Point(at[0], at[1], 0));
        default -> {
          Point first = points.getFirst();
          if (!points.getLast().equals(first)) {
            points.add(first);
          }
          endStroke(points, strokes);
          points.add(first);
        }
      }
    }
    endStroke(points, strokes);
  }

  /** Takes the points gathered so far as one stroke; a lone move draws nothing. */
  private static void endStroke(List<Point> points, List<Stroke> strokes) {
    if (points.size() > 1) {
      boolean dot = points.stream().distinct().count() == 1;
      strokes.add(new Stroke(dot ? points.subList(0, 1) : points));
    }
    points.clear();
  }
}
