package patchlight.gallery;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads photos of any common kind, told by their content and not by their name: JPEG, PNG, GIF (its
 * first picture), BMP, WebP and TIFF. May be used from any thread.
 */
public final class PhotoReader {
  private static final int RIFF = 0x46464952;
  private static final int WEBP = 0x50424557;
  private static final long MOST_PIXELS = 100_000_000;

  /**
   * A large photo is decoded with pixels left out, but never to fewer than this many for each one
   * asked for along a side: enough that the filter still averages what it leaves out.
   */
  private static final int OVERSAMPLING = 4;

  private final int side;

  /**
   * @param side pixels along one side of the network's square input
   */
  public PhotoReader(int side) {
    this.side = side;
  }

  /**
   * The photo as the network wants it: upright, squashed to a square.
   *
   * @return side × side values 0xRRGGBB, row by row
   * @throws GalleryException if it cannot be read, saying why and what to do
   */
  public int[] squashed(Path photo) throws GalleryException {
    return decoded(photo, (width, height) -> new Size(side, side)).rgb();
  }

  /**
   * The photo to look at: upright, in its own proportion.
   *
   * @param maxSide the longer side's pixels; smaller photos keep their size
   * @throws GalleryException if it cannot be read, saying why and what to do
   */
  public BufferedImage upright(Path photo, int maxSide) throws GalleryException {
    return decoded(photo, (width, height) -> within(width, height, maxSide)).toImage();
  }

  private record Size(int width, int height) {}

  private interface Target {
    Size of(int width, int height);
  }

  private static Size within(int width, int height, int maxSide) {
    double scale = Math.min(1, (double) maxSide / Math.max(width, height));
    return new Size(
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)));
  }

  private static RgbPicture decoded(Path photo, Target target) throws GalleryException {
    try {
      if (Files.size(photo) == 0) {
        throw new GalleryException("gallery.photo.empty");
      }
      if (isCutOffWebP(photo)) {
        throw new GalleryException("gallery.photo.cutOff");
      }
      RgbPicture picture = decode(photo, target);
      return picture.upright(orientation(photo));
    } catch (NoSuchFileException e) {
      throw new GalleryException(e, "gallery.photo.gone");
    } catch (AccessDeniedException e) {
      throw new GalleryException(e, "gallery.photo.denied");
    } catch (IOException | RuntimeException e) {
      // Decoders answer damaged files with any unchecked exception.
      throw new GalleryException(e, "gallery.photo.damaged");
    } catch (OutOfMemoryError e) {
      throw new GalleryException(e, "gallery.photo.memory");
    }
  }

  private static RgbPicture decode(Path photo, Target target) throws IOException, GalleryException {
    try (ImageInputStream in = ImageIO.createImageInputStream(photo.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new GalleryException("gallery.photo.notAPhoto");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return decode(reader, target);
      } finally {
        reader.dispose();
      }
    }
  }

  private static RgbPicture decode(ImageReader reader, Target target)
      throws IOException, GalleryException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      throw new GalleryException("gallery.photo.huge", width, height);
    }
    Size size = target.of(width, height);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(
        Math.max(1, width / (OVERSAMPLING * size.width)),
        Math.max(1, height / (OVERSAMPLING * size.height)),
        0,
        0);
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image = reader.read(0, param);
    if (warnings.stream().anyMatch(PhotoReader::saysCutOff)) {
      throw new GalleryException("gallery.photo.cutOff");
    }
    return RgbPicture.of(image).resized(size.width, size.height);
  }

  /**
   * The JPEG decoder fills what is missing with grey and only warns. A missing end marker alone is
   * no loss: the picture is all there.
   */
  private static boolean saysCutOff(String warning) {
    return warning.toLowerCase(Locale.ROOT).contains("premature end");
  }

  /** The WebP decoder does not notice a missing end, but the file's head tells its length. */
  private static boolean isCutOffWebP(Path photo) throws IOException {
    byte[] head = new byte[12];
    try (InputStream in = Files.newInputStream(photo)) {
      if (in.readNBytes(head, 0, head.length) < head.length) {
        return false;
      }
    }
    ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    boolean webP = fields.getInt(0) == RIFF && fields.getInt(8) == WEBP;
    return webP && Files.size(photo) < Integer.toUnsignedLong(fields.getInt(4)) + 8;
  }

  /** EXIF orientation, 1 to 8; 1 where the photo tells none. */
  private static int orientation(Path photo) throws IOException {
    try {
      for (Directory exif :
          ImageMetadataReader.readMetadata(photo.toFile())
              .getDirectoriesOfType(ExifIFD0Directory.class)) {
        Integer orientation = exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        if (orientation != null) {
          return orientation;
        }
      }
    } catch (ImageProcessingException e) {
      // Not every kind that can be shown has metadata that can be read.
    }
    return 1;
  }
}
