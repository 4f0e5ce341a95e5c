package patchlight.gallery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * A decoded picture without transparency.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb 0xRRGGBB, row by row
 */
record RgbPicture(int width, int height, int[] rgb) {

  /** Any decoded image, over white where it is transparent. */
  static RgbPicture of(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    int bands = image.getRaster().getNumBands();
    if (colours instanceof IndexColorModel palette) {
      return ofPalette(image, palette);
    }
    if (bands <= 4
        && hasWholeNumbers(image.getRaster())
        && (bands == 2 || bands == 4) == colours.hasAlpha()) {
      return ofBands(image);
    }
    return redrawn(image);
  }

  /** With a triangle filter; sides need not keep their proportion. */
  RgbPicture resized(int newWidth, int newHeight) {
    return TriangleFilter.resize(this, newWidth, newHeight);
  }

  /**
   * This picture as it is to be seen.
   *
   * @param orientation EXIF orientation, 1 to 8
   */
  RgbPicture upright(int orientation) {
    if (orientation <= 1 || orientation > 8) {
      return this;
    }
    boolean sideways = orientation >= 5;
    int newWidth = sideways ? height : width;
    int newHeight = sideways ? width : height;
    int[] turned = new int[rgb.length];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        int from =
            switch (orientation) {
              case 2 -> y * width + width - 1 - x;
              case 3 -> (height - 1 - y) * width + width - 1 - x;
              case 4 -> (height - 1 - y) * width + x;
              case 5 -> x * width + y;
              case 6 -> (height - 1 - x) * width + y;
              case 7 -> (height - 1 - x) * width + width - 1 - y;
              default -> x * width + width - 1 - y;
            };
        turned[y * newWidth + x] = rgb[from];
      }
    }
    return new RgbPicture(newWidth, newHeight, turned);
  }

  BufferedImage toImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.getRaster().setDataElements(0, 0, width, height, rgb);
    return image;
  }

  /**
   * Straight from the bands: Java's own conversions would take grey for linear light and turn every
   * pixel of a picture with a colour profile by itself.
   */
  private static RgbPicture ofBands(BufferedImage image) {
    Raster raster = image.getRaster();
    int width = image.getWidth();
    int bands = raster.getNumBands();
    boolean alpha = bands == 2 || bands == 4;
    boolean premultiplied = image.isAlphaPremultiplied();
    int[] shifts = new int[bands];
    for (int band = 0; band < bands; band++) {
      shifts[band] = raster.getSampleModel().getSampleSize(band) - 8;
    }
    int[] rgb = new int[width * image.getHeight()];
    int[] row = new int[width * bands];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int at = x * bands;
        int red = level(row[at], shifts[0]);
        int green = bands < 3 ? red : level(row[at + 1], shifts[1]);
        int blue = bands < 3 ? red : level(row[at + 2], shifts[2]);
        if (alpha) {
          int opacity = level(row[at + bands - 1], shifts[bands - 1]);
          red = overWhite(red, opacity, premultiplied);
          green = overWhite(green, opacity, premultiplied);
          blue = overWhite(blue, opacity, premultiplied);
        }
        rgb[y * width + x] = red << 16 | green << 8 | blue;
      }
    }
    return new RgbPicture(width, image.getHeight(), rgb);
  }

  private static RgbPicture ofPalette(BufferedImage image, IndexColorModel palette) {
    int[] colours = new int[palette.getMapSize()];
    palette.getRGBs(colours);
    for (int i = 0; i < colours.length; i++) {
      int argb = colours[i];
      int opacity = argb >>> 24;
      colours[i] =
          overWhite(argb >> 16 & 0xff, opacity, false) << 16
              | overWhite(argb >> 8 & 0xff, opacity, false) << 8
              | overWhite(argb & 0xff, opacity, false);
    }
    Raster raster = image.getRaster();
    int[] rgb = new int[image.getWidth() * image.getHeight()];
    raster.getSamples(
        raster.getMinX(), raster.getMinY(), image.getWidth(), image.getHeight(), 0, rgb);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = colours[Math.min(rgb[i], colours.length - 1)];
    }
    return new RgbPicture(image.getWidth(), image.getHeight(), rgb);
  }

  /**
   * Unusual kinds (floating point, other colour spaces): Java converts them, slowly but rightly.
   */
  private static RgbPicture redrawn(BufferedImage image) {
    BufferedImage plain =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = plain.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    int[] rgb = ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
    return new RgbPicture(image.getWidth(), image.getHeight(), rgb);
  }

  private static boolean hasWholeNumbers(Raster raster) {
    return switch (raster.getTransferType()) {
      case DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT, DataBuffer.TYPE_INT -> true;
      default -> false;
    };
  }

  private static int level(int sample, int shift) {
    if (shift == 0) {
      return sample;
    }
    if (shift > 0) {
      return sample >>> shift;
    }
    return sample * 255 / ((1 << (shift + 8)) - 1);
  }

  private static int overWhite(int level, int opacity, boolean premultiplied) {
    int covered = premultiplied ? level : (level * opacity + 127) / 255;
    return Math.min(255, covered + 255 - opacity);
  }
}
