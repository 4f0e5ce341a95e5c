package patchlight.sketch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SketchRasterizerTest {
  private static final Path GOLDEN = Path.of("src-test/golden");

  static Stream<JsonNode> goldenCases() throws IOException {
    JsonNode cases = new ObjectMapper().readTree(GOLDEN.resolve("rasterizer.json").toFile());
    return StreamSupport.stream(cases.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void inkEqualsThePythonRasterizers(JsonNode golden) throws Exception {
    int side = golden.get("side").asInt();
    float[] expected = new float[side * side];
    ByteBuffer.wrap(Files.readAllBytes(GOLDEN.resolve(golden.get("ink").asText())))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(expected);

    InkImage image = new SketchRasterizer(side).rasterize(QuickDraw.parse(golden.toString()));

    assertArrayEquals(expected, image.ink(), 1e-4f);
  }

  @Test
  void partOfADrawingKeepsItsPlace() {
    SketchRasterizer rasterizer = new SketchRasterizer(32);
    Stroke edge = new Stroke(List.of(new Point(0, 0, 0), new Point(0, 100, 0)));
    Stroke dot = new Stroke(List.of(new Point(90, 50, 0)));
    Sketch whole = new Sketch(List.of(edge, dot));

    InkImage part = rasterizer.rasterize(whole.without(0), rasterizer.placement(whole));

    float[] expected = rasterizer.rasterize(whole).ink().clone();
    for (int y = 0; y < 32; y++) {
      Arrays.fill(expected, y * 32, y * 32 + 16, 0);
    }
    assertArrayEquals(expected, part.ink());
  }

  @Test
  void blankSketchGivesBlankPaper() {
    assertTrue(new SketchRasterizer(224).rasterize(Sketch.BLANK).isBlank());
  }

  @Test
  void placementPutsTheLongerSideBetweenTheMargins() {
    Sketch sketch = Sketch.BLANK.with(Drawings.line(-100, 7, 300, 107));

    SketchPlacement placement = new SketchRasterizer(224).placement(sketch);

    assertEquals(0.5, placement.scale(), 1e-12);
    assertEquals(12, placement.pixelX(-100), 1e-9);
    assertEquals(212, placement.pixelX(300), 1e-9);
    assertEquals(112, placement.pixelY(57), 1e-9);
    assertEquals(300, placement.sketchX(212), 1e-9);
    assertEquals(57, placement.sketchY(112), 1e-9);
  }

  @Test
  void sketchFarFromTheOriginIsDrawnAlike() {
    Sketch near = Drawings.mug();
    List<Stroke> moved = new ArrayList<>();
    for (Stroke stroke : near.strokes()) {
      moved.add(
          new Stroke(
              stroke.points().stream()
                  .map(p -> new Point(p.x() * 8 - 4096, p.y() * 8 + 65536, p.millis()))
                  .toList()));
    }
    SketchRasterizer rasterizer = new SketchRasterizer(224);

    assertArrayEquals(
        rasterizer.rasterize(near).ink(), rasterizer.rasterize(new Sketch(moved)).ink(), 1e-4f);
  }
}
