package patchlight.sketch;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * Writes a sketch to a file: a PNG, dark on white; an SVG of its strokes; or one line of raw
 * Quick-Draw ndjson, with times.
 */
public final class SketchWriter {
  private static final int PNG_SIDE = 512;

  private SketchWriter() {}

  /**
   * Writes the sketch in the kind that the suffix names: .png, .svg or .ndjson. An existing file is
   * replaced only when the new one is complete.
   *
   * @throws SketchException where the suffix is another, or the file cannot be written; the message
   *     says what to do
   */
  public static void write(Sketch sketch, Path file) throws SketchException {
    String name = String.valueOf(file.getFileName());
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    byte[] content =
        switch (suffix) {
          case "png" -> png(sketch);
          case "svg" -> svg(sketch).getBytes(StandardCharsets.UTF_8);
          case "ndjson" -> (QuickDraw.format(sketch) + "\n").getBytes(StandardCharsets.UTF_8);
          default -> throw new SketchException("sketch.unknownKind", name);
        };
    try {
      replace(file, content);
    } catch (IOException e) {
      throw new SketchException("sketch.unwritable", file, e.toString(), e);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static byte[] png(Sketch sketch) {
    float[] ink = new SketchRasterizer(PNG_SIDE).rasterize(sketch).ink();
    BufferedImage picture = new BufferedImage(PNG_SIDE, PNG_SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < ink.length; i++) {
      int tone = Math.round((1 - ink[i]) * 255);
      picture.getRaster().setSample(i % PNG_SIDE, i / PNG_SIDE, 0, tone);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /** The page is the rasterizer's: same margin, same stroke width, in sketch units. */
  private static String svg(Sketch sketch) {
    SketchPlacement placement =
        new SketchRasterizer((int) SketchRasterizer.REFERENCE_SIDE).placement(sketch);
    double side = SketchRasterizer.REFERENCE_SIDE / placement.scale();
    double width = SketchRasterizer.STROKE_WIDTH / placement.scale();
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"512\" height=\"512\" viewBox=\"")
        .append(placement.sketchX(0))
        .append(' ')
        .append(placement.sketchY(0))
        .append(' ')
        .append(side)
        .append(' ')
        .append(side)
        .append("\">\n<g fill=\"none\" stroke=\"#000\" stroke-linecap=\"round\"")
        .append(" stroke-linejoin=\"round\" stroke-width=\"")
        .append(width)
        .append("\">\n");
    for (Stroke stroke : sketch.strokes()) {
      appendPath(stroke, svg);
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static void appendPath(Stroke stroke, StringBuilder svg) {
    Point first = stroke.points().getFirst();
    svg.append("<path d=\"M").append(first.x()).append(' ').append(first.y());
    if (stroke.points().size() == 1) {
      svg.append("h0");
    }
    for (Point point : stroke.points().subList(1, stroke.points().size())) {
      svg.append('L').append(point.x()).append(' ').append(point.y());
    }
    svg.append("\"/>\n");
  }
}
