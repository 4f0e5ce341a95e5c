package patchlight.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchWriterTest {
  @TempDir Path folder;

  @Test
  void ndjsonKeepsEveryPointAndTime() throws Exception {
    Sketch sketch =
        Drawings.mug().with(new Stroke(List.of(new Point(0.1, -1e-7, 3), new Point(9e6, 2, 4000))));
    Path file = folder.resolve("a.ndjson");

    SketchWriter.write(sketch, file);

    assertEquals(sketch, SketchReader.read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.svg", "a.png", "A.PNG"})
  void writtenSketchGivesTheSameInk(String name) throws Exception {
    Sketch sketch = Drawings.mug().with(Drawings.line(380, 480));
    Path file = folder.resolve(name);

    SketchWriter.write(sketch, file);

    InkImage expected = new SketchRasterizer(224).rasterize(sketch);
    double correlation = Drawings.correlation(expected, SketchReader.readInk(file, 224));
    assertTrue(correlation > 0.97, () -> "correlation " + correlation);
  }

  @Test
  void svgKeepsStrokesAndTheirProportions() throws Exception {
    Path file = folder.resolve("a.svg");

    SketchWriter.write(Drawings.mug(), file);

    Sketch read = SketchReader.read(file);
    assertEquals(Drawings.mug().strokes().size(), read.strokes().size());
    float[] expected = new SketchRasterizer(224).rasterize(Drawings.mug()).ink();
    float[] actual = new SketchRasterizer(224).rasterize(read).ink();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 0.01);
    }
  }

  @Test
  void pngIsDarkOnWhite() throws Exception {
    Path file = folder.resolve("a.png");

    SketchWriter.write(Sketch.BLANK.with(Drawings.line(0, 0, 100, 0)), file);

    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(512, image.getWidth());
    assertEquals(512, image.getHeight());
    assertEquals(0, image.getRaster().getSample(256, 256, 0));
    assertEquals(255, image.getRaster().getSample(256, 100, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.svg", "a.ndjson"})
  void blankSketchIsWrittenAndReadAsBlank(String name) throws Exception {
    Path file = folder.resolve(name);

    SketchWriter.write(Sketch.BLANK, file);

    assertTrue(SketchReader.read(file).isBlank());
    assertTrue(SketchReader.readInk(file, 64).isBlank());
  }

  @Test
  void unknownSuffixIsRefused() {
    SketchException e =
        assertThrows(
            SketchException.class,
            () -> SketchWriter.write(Drawings.mug(), folder.resolve("a.docx")));

    assertEquals("sketch.unknownKind", e.messageKey());
  }

  @Test
  void folderThatIsNotThereIsNamed() {
    Path file = folder.resolve("none/a.png");

    SketchException e =
        assertThrows(SketchException.class, () -> SketchWriter.write(Drawings.mug(), file));

    assertEquals("sketch.unwritable", e.messageKey());
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
  }

  @Test
  void nothingIsLeftBesideTheFile() throws Exception {
    SketchWriter.write(Drawings.mug(), folder.resolve("a.svg"));
    SketchWriter.write(Sketch.BLANK, folder.resolve("a.svg"));

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("a.svg")), files.toList());
    }
  }
}
