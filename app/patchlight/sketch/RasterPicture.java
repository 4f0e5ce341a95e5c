package patchlight.sketch;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A decoded raster file, upright, and small enough to work on.
 *
 * @param width pixels across
 * @param height pixels down
 * @param argb row by row, 0xAARRGGBB, not premultiplied
 */
record RasterPicture(int width, int height, int[] argb) {
  private static final long MOST_PIXELS = 100_000_000L;

  /** Seven pixels for each that the network will see: finer detail cannot matter. */
  private static final int LONGEST_SIDE = 1536;

  RasterPicture {
    if (argb.length != width * height) {
      throw new IllegalArgumentException(
          argb.length + " pixels do not fill " + width + "×" + height);
    }
  }

  /**
   * Reads a picture's size first, then its pixels, averaging blocks of them where it is larger than
   * needed.
   *
   * @throws SketchException where the file is no picture, damaged, or has over 100 megapixels
   */
  static RasterPicture read(Path file) throws IOException, SketchException {
    String name = String.valueOf(file.getFileName());
    return reduced(decode(file, name)).upright(exifOrientation(file));
  }

  private static BufferedImage decode(Path file, String name) throws IOException, SketchException {
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new SketchException("sketch.notASketch", name);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
          throw new SketchException("sketch.tooLarge", name, width, height);
        }
        return reader.read(0);
      } catch (IOException | RuntimeException e) {
        // Decoders answer damaged files with exceptions of many kinds.
        throw new SketchException("sketch.damaged", name, e);
      } finally {
        reader.dispose();
      }
    }
  }

  private static RasterPicture reduced(BufferedImage image) {
    int block = Math.ceilDiv(Math.max(image.getWidth(), image.getHeight()), LONGEST_SIDE);
    int width = Math.ceilDiv(image.getWidth(), block);
    int height = Math.ceilDiv(image.getHeight(), block);
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      int rows = Math.min(block, image.getHeight() - y * block);
      int[] strip = strip(image, y * block, rows);
      for (int x = 0; x < width; x++) {
        int columns = Math.min(block, image.getWidth() - x * block);
        argb[y * width + x] = mean(strip, image.getWidth(), x * block, columns, rows);
      }
    }
    return new RasterPicture(width, height, argb);
  }

  private static int[] strip(BufferedImage image, int top, int rows) {
    int width = image.getWidth();
    if (image.getColorModel().getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
      return image.getRGB(0, top, width, rows, new int[width * rows], 0, width);
    }
    // Java takes grey pictures for linear light and would brighten them; files mean the same tones
    // as in colour.
    Raster raster = image.getRaster();
    int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    boolean alpha = image.getColorModel().hasAlpha();
    int[] tones = raster.getSamples(0, top, width, rows, 0, new int[width * rows]);
    int[] alphas = alpha ? raster.getSamples(0, top, width, rows, 1, new int[width * rows]) : tones;
    int[] argb = new int[width * rows];
    for (int i = 0; i < argb.length; i++) {
      int opacity = alpha ? alphas[i] * 255 / most : 255;
      argb[i] = opacity << 24 | (tones[i] * 255 / most) * 0x010101;
    }
    return argb;
  }

  /** Colours count by their opacity. */
  private static int mean(int[] strip, int stride, int left, int columns, int rows) {
    long alpha = 0;
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = 0; y < rows; y++) {
      for (int x = left; x < left + columns; x++) {
        int pixel = strip[y * stride + x];
        int opacity = pixel >>> 24;
        alpha += opacity;
        red += (long) (pixel >> 16 & 0xFF) * opacity;
        green += (long) (pixel >> 8 & 0xFF) * opacity;
        blue += (long) (pixel & 0xFF) * opacity;
      }
    }
    if (alpha == 0) {
      return 0;
    }
    int opacity = (int) (alpha / ((long) columns * rows));
    return opacity << 24
        | (int) (red / alpha) << 16
        | (int) (green / alpha) << 8
        | (int) (blue / alpha);
  }

  /** 1 to 8 as EXIF counts; 1, upright, where the file does not say. */
  private static int exifOrientation(Path file) throws IOException {
    try {
      ExifIFD0Directory exif =
          ImageMetadataReader.readMetadata(file.toFile())
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
          : 1;
    } catch (ImageProcessingException | MetadataException e) {
      // The pixels were readable, so unreadable notes about them are no reason to refuse the
      // picture.
      return 1;
    }
  }

  private RasterPicture upright(int orientation) {
    if (orientation < 2 || orientation > 8) {
      return this;
    }
    boolean swapped = orientation >= 5;
    int newWidth = swapped ? height : width;
    int newHeight = swapped ? width : height;
    int[] turned = new int[argb.length];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        int across = swapped ? y : x;
        int down = swapped ? x : y;
        boolean fromRight =
            orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean fromBottom =
            orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        int sourceX = fromRight ? width - 1 - across : across;
        int sourceY = fromBottom ? height - 1 - down : down;
        turned[y * newWidth + x] = argb[sourceY * width + sourceX];
      }
    }
    return new RasterPicture(newWidth, newHeight, turned);
  }

  /** The picture laid on a sheet of one grey tone, opaque. */
  RasterPicture laidOn(int tone) {
    int[] opaque = new int[argb.length];
    for (int i = 0; i < argb.length; i++) {
      int pixel = argb[i];
      int alpha = pixel >>> 24;
      int red = blend(pixel >> 16 & 0xFF, tone, alpha);
      int green = blend(pixel >> 8 & 0xFF, tone, alpha);
      int blue = blend(pixel & 0xFF, tone, alpha);
      opaque[i] = 0xFF000000 | red << 16 | green << 8 | blue;
    }
    return new RasterPicture(width, height, opaque);
  }

  private static int blend(int over, int under, int alpha) {
    return (over * alpha + under * (255 - alpha)) / 255;
  }

  boolean hasTransparency() {
    for (int pixel : argb) {
      if (pixel >>> 24 < 255) {
        return true;
      }
    }
    return false;
  }
}
