package patchlight.sketch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import patchlight.network.Golden;

class InkTurningTest {
  private static final int SIDE = 224;

  @Test
  void turnedInkEqualsPython() throws IOException {
    InkImage house = new InkImage(SIDE, ink(Golden.values("sketch_pixels")));

    assertArrayEquals(ink(Golden.values("sketch_turned")), turned(house, 8.6).ink(), 1e-4f);
  }

  @Test
  void sketchTurnedByNothingStays() {
    InkImage cross = drawn(new Point(0, 0, 0), new Point(9, 7, 0), new Point(9, 0, 0));

    assertArrayEquals(cross.ink(), turned(cross, 0).ink(), 0.02f);
  }

  @Test
  void turningIsClockwise() {
    InkImage level = drawn(new Point(0, 0, 0), new Point(9, 0, 0));

    InkImage turned = turned(level, 20);

    assertTrue(middleRow(turned, 40) < SIDE / 2.0 - 15);
    assertTrue(middleRow(turned, SIDE - 40) > SIDE / 2.0 + 15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-45, -8.6, 8.6, 30})
  void turnedSquareFillsThePictureButForTheMargin(double degrees) {
    InkImage square =
        drawn(
            new Point(0, 0, 0),
            new Point(9, 0, 0),
            new Point(9, 9, 0),
            new Point(0, 9, 0),
            new Point(0, 0, 0));

    int[] inked =
        IntStream.range(0, SIDE)
            .filter(column -> middleRow(turned(square, degrees), column) >= 0)
            .toArray();

    assertEquals(SketchRasterizer.MARGIN, inked[0], 3);
    assertEquals(SIDE - SketchRasterizer.MARGIN, inked[inked.length - 1], 3);
  }

  @Test
  void strokesThatStayDoNotMoveWhenAnotherIsLeftOut() {
    Stroke low = new Stroke(List.of(new Point(0, 9, 0), new Point(4, 7, 0)));
    Stroke high = new Stroke(List.of(new Point(9, 0, 0), new Point(6, 1, 0)));
    SketchRasterizer rasterizer = new SketchRasterizer(SIDE);
    Sketch both = Sketch.BLANK.with(low).with(high);
    InkImage whole = rasterizer.rasterize(both);
    InkImage without = rasterizer.rasterize(Sketch.BLANK.with(low), rasterizer.placement(both));

    float[] turned = InkTurning.of(whole, 8.6).turned(without).ink();
    float[] turnedWhole = turned(whole, 8.6).ink();

    for (int i = 0; i < turned.length; i++) {
      assertTrue(turned[i] == 0 || turned[i] == turnedWhole[i]);
    }
    assertEquals(sum(without), sum(InkTurning.of(whole, 8.6).turned(without)), sum(without) / 4);
  }

  @Test
  void dotStaysADot() {
    InkImage dot = drawn(new Point(5, 5, 0));

    InkImage turned = turned(dot, 8.6);

    assertEquals(sum(dot), sum(turned), sum(dot) / 2);
    assertTrue(turned.ink()[SIDE / 2 * SIDE + SIDE / 2] > 0.9f);
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 60, 448})
  void picturesOfOtherSidesTurnAlike(int side) {
    Sketch square =
        Sketch.BLANK.with(
            new Stroke(
                List.of(
                    new Point(0, 0, 0),
                    new Point(9, 0, 0),
                    new Point(9, 9, 0),
                    new Point(0, 9, 0),
                    new Point(0, 0, 0))));

    InkImage turned = turned(new SketchRasterizer(side).rasterize(square), 8.6);

    int last = 0;
    for (int i = 0; i < turned.ink().length; i++) {
      last = turned.ink()[i] > 0.3f ? Math.max(last, i % side) : last;
    }
    double margin = SketchRasterizer.MARGIN * side / SketchRasterizer.REFERENCE_SIDE;
    assertEquals(side - margin, last, 2 + side / 100.0);
  }

  @Test
  void blankPaperStaysBlank() {
    assertTrue(turned(new InkImage(SIDE, new float[SIDE * SIDE]), 8.6).isBlank());
  }

  private static InkImage turned(InkImage ink, double degrees) {
    return InkTurning.of(ink, degrees).turned(ink);
  }

  private static InkImage drawn(Point... points) {
    return new SketchRasterizer(SIDE).rasterize(Sketch.BLANK.with(new Stroke(List.of(points))));
  }

  /** Mean row of the ink in a column, -1 without any. */
  private static double middleRow(InkImage image, int column) {
    return IntStream.range(0, SIDE)
        .filter(row -> image.ink()[row * SIDE + column] > 0.5f)
        .average()
        .orElse(-1);
  }

  private static double sum(InkImage image) {
    double sum = 0;
    for (float value : image.ink()) {
      sum += value;
    }
    return sum;
  }

  /** From -1 for ink and 1 for paper. */
  private static float[] ink(float[] pixels) {
    float[] ink = new float[pixels.length];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = (1 - pixels[i]) / 2;
    }
    return ink;
  }
}
