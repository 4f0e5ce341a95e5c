package patchlight.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quick-Draw files, and files that are no sketch. */
class SketchReaderTest {
  private static final String SIMPLIFIED =
      "{\"word\":\"cat\",\"drawing\":[[[0,4.5,9],[0,36,18]],[[176],[241]]]}";
  private static final String RAW = "{\"drawing\":[[[0,10],[5,6],[0,250]]],\"extra\":{}}";

  @TempDir Path folder;

  @Test
  void simplifiedDrawingHasNoTimes() throws Exception {
    Sketch sketch = SketchReader.read(file("a.ndjson", SIMPLIFIED));

    assertEquals(
        new Sketch(
            List.of(
                new Stroke(List.of(new Point(0, 0, 0), new Point(4.5, 36, 0), new Point(9, 18, 0))),
                new Stroke(List.of(new Point(176, 241, 0))))),
        sketch);
  }

  @Test
  void rawDrawingHasTimes() throws Exception {
    Sketch sketch = SketchReader.read(file("a.ndjson", RAW));

    assertEquals(
        new Sketch(List.of(new Stroke(List.of(new Point(0, 5, 0), new Point(10, 6, 250))))),
        sketch);
  }

  @Test
  void gzippedFileIsReadLikeAPlainOne() throws Exception {
    Path plain = file("a.ndjson", SIMPLIFIED + "\n" + RAW + "\n");
    Path gzipped = folder.resolve("a.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
      Files.copy(plain, out);
    }

    assertEquals(SketchReader.readAll(plain, 10), SketchReader.readAll(gzipped, 10));
    assertEquals(SketchReader.read(plain), SketchReader.read(gzipped));
  }

  @Test
  void noMoreDrawingsThanTheLimitAreRead() throws Exception {
    Path file = file("a.ndjson", SIMPLIFIED + "\n\n" + RAW + "\nnot read any more\n");

    assertEquals(2, SketchReader.readAll(file, 2).size());
  }

  @Test
  void blankDrawingIsRead() throws Exception {
    assertTrue(SketchReader.read(file("a.ndjson", "{\"drawing\":[]}")).isBlank());
    assertTrue(SketchReader.readInk(file("a.ndjson", "{\"drawing\":[[[],[]]]}"), 64).isBlank());
  }

  @Test
  void inkOfADrawingIsTheRasterizers() throws Exception {
    Path file = file("a.ndjson", SIMPLIFIED);

    InkImage expected = new SketchRasterizer(100).rasterize(SketchReader.read(file));
    assertTrue(Arrays.equals(expected.ink(), SketchReader.readInk(file, 100).ink()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"drawing\":[[[0,1],[0]]]}",
        "{\"drawing\":[[[0,1],[0,\"b\"]]]}",
        "{\"drawing\":[[[0,1],[0,1e999]]]}",
        "{\"drawing\":[5]}",
        "{\"drawing\":7}",
        "{\"word\":\"cat\"}",
        "{\"drawing\":[[[0,1],",
        "[1,2]",
        "cat"
      })
  void malformedLineIsNamedByItsNumber(String line) throws IOException {
    Path file = file("cats.ndjson", SIMPLIFIED + "\n\n" + line + "\n");

    SketchException e = assertThrows(SketchException.class, () -> SketchReader.readAll(file, 10));

    assertEquals("sketch.badLine", e.messageKey());
    assertTrue(e.getMessage().startsWith("Line 3 of cats.ndjson "), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "sketch.empty, a.png, ''",
    "sketch.notASketch, a.png, just words",
    "sketch.notASketch, a.txt, '   '",
    "sketch.badSvg, a.svg, <svg xmlns='http://www.w3.org/2000/svg'><path",
    "sketch.badSvg, a.svg, <html><body/></html>",
  })
  void fileThatIsNoSketchSaysSo(String key, String name, String content) throws IOException {
    assertRefused(key, file(name, content));
  }

  @Test
  void missingFileSaysSo() {
    assertRefused("sketch.missing", folder.resolve("none.png"));
  }

  @Test
  void folderIsRefused() {
    assertRefused("sketch.folder", folder);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 60, 700})
  void truncatedPngIsDamaged(int bytesLeft) throws Exception {
    Path file = folder.resolve("a.png");
    SketchWriter.write(Drawings.mug(), file);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytesLeft));

    assertRefused("sketch.damaged", file);
  }

  @Test
  void truncatedGzipIsDamaged() throws Exception {
    Path file = folder.resolve("a.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((SIMPLIFIED + "\n").repeat(50).getBytes(StandardCharsets.UTF_8));
    }
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));

    SketchException e = assertThrows(SketchException.class, () -> SketchReader.readAll(file, 100));
    assertEquals("sketch.damaged", e.messageKey());
  }

  @Test
  void hugePictureIsRefusedByItsHeader() throws Exception {
    Path file = folder.resolve("huge.bmp");
    // A BMP header for 20,000 × 20,000 pixels and not one pixel.
    ByteBuffer header = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 'B').put((byte) 'M').putInt(54).putInt(0).putInt(54);
    header.putInt(40).putInt(20_000).putInt(20_000).putShort((short) 1).putShort((short) 24);
    Files.write(file, header.array());

    SketchException e = assertRefused("sketch.tooLarge", file);
    assertTrue(e.getMessage().contains("20,000 × 20,000"), e.getMessage());
  }

  private static SketchException assertRefused(String key, Path file) {
    SketchException e = assertThrows(SketchException.class, () -> SketchReader.readInk(file, 64));
    assertEquals(key, e.messageKey(), e.getMessage());
    assertEquals(
        key, assertThrows(SketchException.class, () -> SketchReader.read(file)).messageKey());
    return e;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
