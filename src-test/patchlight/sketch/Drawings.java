package patchlight.sketch;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Sketches for tests, and pictures of them as other programs would draw them. */
final class Drawings {
  private Drawings() {}

  /** A mug: body, rim, handle and two wisps of steam, on a canvas of about 400 × 500 units. */
  static Sketch mug() {
    return new Sketch(
        List.of(
            arc(200, 200, 110, 28, 0, 360),
            line(90, 200, 105, 430, 200, 455, 295, 430, 310, 200),
            arc(312, 300, 75, 70, -80, 85),
            line(170, 150, 185, 120, 165, 90, 180, 60),
            line(230, 150, 245, 115, 225, 85, 240, 50)));
  }

  static Stroke line(double... xy) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(new Point(xy[i], xy[i + 1], i * 10L));
    }
    return new Stroke(points);
  }

  static Stroke arc(double x, double y, double radiusX, double radiusY, int from, int to) {
    List<Point> points = new ArrayList<>();
    for (int degrees = from; degrees <= to; degrees += 5) {
      double angle = Math.toRadians(degrees);
      points.add(
          new Point(x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle), degrees + 360));
    }
    return new Stroke(points);
  }

  /** How a drawing program would paint the sketch. */
  static BufferedImage painted(
      Sketch sketch, int side, double penWidth, Color pen, Color paper, int imageType) {
    BufferedImage image = new BufferedImage(side, side, imageType);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(paper);
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(pen);
    graphics.setStroke(
        new BasicStroke((float) penWidth, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double scale = side / 640.0;
    for (Stroke stroke : sketch.strokes()) {
      Path2D path = new Path2D.Double();
      for (Point point : stroke.points()) {
        double x = (point.x() + 120) * scale;
        double y = (point.y() + 60) * scale;
        if (path.getCurrentPoint() == null) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
      graphics.draw(path);
    }
    graphics.dispose();
    return image;
  }

  /** Gaussian noise on every pixel and channel alike, as paper grain has it. */
  static BufferedImage grainy(BufferedImage image, double deviation) {
    Random random = new Random(7);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        double grain = random.nextGaussian() * deviation;
        image.setRGB(x, y, shaded(rgb, 1, grain));
      }
    }
    return image;
  }

  /**
   * Light falling off from the upper left corner to the lower right, as on a photographed sheet.
   *
   * @param loss of light at the far corner, in [0, 1]
   */
  static BufferedImage unevenlyLit(BufferedImage image, double loss) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        double far = (double) (x + y) / (image.getWidth() + image.getHeight());
        image.setRGB(x, y, shaded(image.getRGB(x, y), 1 - loss * far, 0));
      }
    }
    return image;
  }

  private static int shaded(int rgb, double factor, double more) {
    int shaded = rgb & 0xFF000000;
    for (int shift = 0; shift <= 16; shift += 8) {
      int tone = (int) Math.round((rgb >> shift & 0xFF) * factor + more);
      shaded |= Math.clamp(tone, 0, 255) << shift;
    }
    return shaded;
  }

  static Path saved(BufferedImage image, Path file) throws IOException {
    String name = file.toString();
    if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
      throw new IOException("No writer for " + file);
    }
    return file;
  }

  /** Pearson's correlation of two inks, in [-1, 1]. */
  static double correlation(InkImage one, InkImage other) {
    int n = one.ink().length;
    double meanOne = 0;
    double meanOther = 0;
    for (int i = 0; i < n; i++) {
      meanOne += one.ink()[i] / n;
      meanOther += other.ink()[i] / n;
    }
    double both = 0;
    double squaredOne = 0;
    double squaredOther = 0;
    for (int i = 0; i < n; i++) {
      double a = one.ink()[i] - meanOne;
      double b = other.ink()[i] - meanOther;
      both += a * b;
      squaredOne += a * a;
      squaredOther += b * b;
    }
    return both / Math.sqrt(squaredOne * squaredOther);
  }

  static double total(InkImage image) {
    double total = 0;
    for (float value : image.ink()) {
      total += value;
    }
    return total;
  }
}
