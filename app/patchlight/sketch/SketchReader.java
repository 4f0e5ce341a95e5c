package patchlight.sketch;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads sketches from files: rasters (PNG, JPEG and whatever ImageIO reads), SVG, and Quick-Draw
 * ndjson; the latter two also gzipped. The kind is told by the content, so a wrong suffix does no
 * harm.
 */
public final class SketchReader {
  /**
   * Side of the picture that a raster is traced in: two of the network's pixels each, finer than a
   * person's hand.
   */
  private static final int TRACING_SIDE = 448;

  private SketchReader() {}

  private enum Kind {
    SVG,
    NDJSON,
    RASTER
  }

  /**
   * The sketch as the network sees it. Strokes are rasterized; of a raster the ink is taken as it
   * is, with its lines as wide as the rasterizer's at least. A file without ink gives blank ink.
   *
   * @param side pixels a side of the ink
   * @throws SketchException where the file cannot be read; the message says what to do
   */
  public static InkImage readInk(Path file, int side) throws SketchException {
    try (InputStream stream = open(file)) {
      return switch (kind(stream)) {
        case SVG -> new SketchRasterizer(side).rasterize(SvgOutlines.read(stream, name(file)));
        case NDJSON -> new SketchRasterizer(side).rasterize(drawings(stream, file, 1).getFirst());
        case RASTER -> InkFitting.fit(InkScan.of(RasterPicture.read(file)), side);
      };
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * The sketch as strokes, the first drawing of an ndjson file. Rasters are traced: filled areas
   * become their middle lines, and times are 0.
   *
   * @throws SketchException where the file cannot be read; the message says what to do
   */
  public static Sketch read(Path file) throws SketchException {
    try (InputStream stream = open(file)) {
      return switch (kind(stream)) {
        case SVG -> SvgOutlines.read(stream, name(file));
        case NDJSON -> drawings(stream, file, 1).getFirst();
        case RASTER ->
            StrokeTracing.trace(InkFitting.fit(InkScan.of(RasterPicture.read(file)), TRACING_SIDE));
      };
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * The first drawings of a Quick-Draw file, plain or gzipped, in file order.
   *
   * @param limit at most so many, at least 1
   * @throws SketchException where the file cannot be read, holds no drawing, or has a malformed
   *     line among those read
   */
  public static List<Sketch> readAll(Path ndjson, int limit) throws SketchException {
    try (InputStream stream = open(ndjson)) {
      return drawings(stream, ndjson, limit);
    } catch (IOException e) {
      throw unreadable(ndjson, e);
    }
  }

  /** The file's content, unzipped where it is gzipped; at its beginning, with mark and reset. */
  private static InputStream open(Path file) throws IOException, SketchException {
    if (Files.isDirectory(file)) {
      throw new SketchException("sketch.folder", file);
    }
    InputStream plain = new BufferedInputStream(Files.newInputStream(file));
    try {
      byte[] magic = peek(plain, 2);
      if (magic.length == 0) {
        throw new SketchException("sketch.empty", name(file));
      }
      boolean gzipped = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
      return gzipped ? new BufferedInputStream(new GZIPInputStream(plain)) : plain;
    } catch (IOException | SketchException e) {
      plain.close();
      throw e;
    }
  }

  private static Kind kind(InputStream stream) throws IOException {
    String start = new String(peek(stream, 256), StandardCharsets.UTF_8);
    if (start.startsWith("\uFEFF")) {
      start = start.substring(1);
    }
    start = start.stripLeading();
    return start.startsWith("<") ? Kind.SVG : start.startsWith("{") ? Kind.NDJSON : Kind.RASTER;
  }

  private static byte[] peek(InputStream stream, int count) throws IOException {
    stream.mark(count);
    byte[] start = stream.readNBytes(count);
    stream.reset();
    return start;
  }

  private static List<Sketch> drawings(InputStream stream, Path file, int limit)
      throws IOException, SketchException {
    List<Sketch> sketches = new ArrayList<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    int number = 0;
    for (String line; sketches.size() < limit && (line = lines.readLine()) != null; ) {
      number++;
      if (!line.isBlank()) {
        sketches.add(drawing(line, number, file));
      }
    }
    if (sketches.isEmpty()) {
      throw new SketchException("sketch.noDrawing", name(file));
    }
    return sketches;
  }

  private static Sketch drawing(String line, int number, Path file) throws SketchException {
    try {
      return QuickDraw.parse(line);
    } catch (QuickDraw.MalformedLineException e) {
      throw new SketchException("sketch.badLine", name(file), number, e.why, e);
    }
  }

  private static SketchException unreadable(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new SketchException("sketch.missing", file, e);
    }
    if (e instanceof ZipException || e instanceof EOFException) {
      return new SketchException("sketch.damaged", name(file), e);
    }
    return new SketchException("sketch.unreadable", file, String.valueOf(e.getMessage()), e);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
