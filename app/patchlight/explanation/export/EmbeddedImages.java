package patchlight.explanation.export;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/**
 * Writes images into the SVG itself: photos as JPEG, drawings and what is partly transparent as
 * PNG, which keeps edges sharp.
 */
final class EmbeddedImages extends DefaultImageHandler {
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  @Override
  protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
    embed((BufferedImage) image, element);
  }

  @Override
  protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context) {
    embed((BufferedImage) image, element);
  }

  private static void embed(BufferedImage image, Element element) {
    String kind = image.getType() == BufferedImage.TYPE_INT_RGB ? "jpeg" : "png";
    element.setAttributeNS(
        XLINK,
        "xlink:href",
        "data:image/" + kind + ";base64," + Base64.getEncoder().encodeToString(bytes(image, kind)));
    element.setAttributeNS(null, "preserveAspectRatio", "none");
  }

  private static byte[] bytes(BufferedImage image, String kind) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, kind, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is written but to memory", e);
    }
    return bytes.toByteArray();
  }
}
