package patchlight.explanation.export;

import java.awt.Dimension;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A figure as SVG: lines as paths, text as text, images within. */
final class SvgDrawing {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private SvgDrawing() {}

  /**
   * Draws a figure.
   *
   * @param title what it shows, for those who do not see it
   * @return an {@code svg} element, without an XML declaration, so that it may stand in a page
   */
  static String of(Figure figure, String title) {
    return text(drawn(figure, title, "img"));
  }

  /**
   * Draws a figure whose parts can be pointed at.
   *
   * @param title what it shows, for those who do not see it
   * @param parts SVG elements, laid over the figure
   * @return an {@code svg} element, as above
   */
  static String of(Figure figure, String title, String parts) {
    // What is within an image is hidden from those who do not see it, and within a group it is not.
    String drawn = text(drawn(figure, title, "group"));
    return drawn.substring(0, drawn.lastIndexOf("</svg>")) + parts + "</svg>";
  }

  private static Element drawn(Figure figure, String title, String role) {
    Document document = document();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setImageHandler(new EmbeddedImages());
    SVGGraphics2D g = new SVGGraphics2D(context, false);
    g.setSVGCanvasSize(new Dimension(figure.width(), figure.height()));
    figure.paint(g);
    Element root = g.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 " + figure.width() + " " + figure.height());
    root.setAttributeNS(null, "role", role);
    Element name = document.createElementNS(SVG, "title");
    name.setTextContent(title);
    root.insertBefore(name, root.getFirstChild());
    return root;
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Java comes with an XML parser", e);
    }
  }

  private static String text(Element root) {
    StringWriter text = new StringWriter();
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.transform(new DOMSource(root), new StreamResult(text));
    } catch (TransformerException e) {
      throw new IllegalStateException("Nothing is written but to memory", e);
    }
    return text.toString();
  }
}
