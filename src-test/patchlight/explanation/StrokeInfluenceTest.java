package patchlight.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import patchlight.explanation.StrokeInfluence.Standings;
import patchlight.sketch.InkImage;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchRasterizer;
import patchlight.sketch.Stroke;

/** A network that sees the left half of a drawing alone: similarity is its ink, ranks follow. */
class StrokeInfluenceTest {
  private static final int SIDE = 32;
  private static final SketchRasterizer RASTERIZER = new SketchRasterizer(SIDE);

  private static final Standings LEFT_HALF =
      (drawings, whole) -> drawings.stream().map(StrokeInfluenceTest::leftHalf).toList();

  private static Standing leftHalf(InkImage drawing) {
    double ink = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE / 2; x++) {
        ink += drawing.ink()[y * SIDE + x];
      }
    }
    return new Standing(ink / 1000, OptionalInt.of(100 - (int) ink));
  }

  private static Stroke line(double fromX, double fromY, double toX, double toY) {
    return new Stroke(List.of(new Point(fromX, fromY, 0), new Point(toX, toY, 0)));
  }

  /** Two strokes in the left half, one in the right. */
  private static Sketch drawing() {
    return new Sketch(List.of(line(0, 0, 0, 90), line(10, 30, 10, 60), line(90, 0, 90, 80)));
  }

  private static List<StrokeInfluence> measured(Sketch sketch, Standings standings)
      throws Exception {
    List<StrokeInfluence> told = new ArrayList<>();
    StrokeInfluence.measure(sketch, RASTERIZER, standings, told::add);
    return told;
  }

  @Test
  void strokeThatTheNetworkDoesNotSeeGainsExactlyNothing() throws Exception {
    StrokeInfluence influence = measured(drawing(), LEFT_HALF).getLast();

    StrokeEffect unseen = influence.effect(2).orElseThrow();
    assertEquals(0.0, influence.gain(unseen));
    assertEquals(influence.whole(), unseen.without());
  }

  @Test
  void strokeThatTheNetworkSeesGainsItsInk() throws Exception {
    StrokeInfluence influence = measured(drawing(), LEFT_HALF).getLast();

    double both = influence.whole().similarity();
    double second = influence.gain(influence.effect(1).orElseThrow());
    double first = influence.gain(influence.effect(0).orElseThrow());
    // The two do not touch, so what one adds is what is there without the other.
    assertEquals(both, first + second, 1e-9);
    assertEquals(first, influence.largestGain());
  }

  @Test
  void theOthersStayWhereTheyAreInTheFrame() throws Exception {
    List<InkImage> seen = new ArrayList<>();
    measured(
        drawing(),
        (drawings, whole) -> {
          seen.addAll(drawings);
          return drawings.stream().map(StrokeInfluenceTest::leftHalf).toList();
        });

    // The longest stroke, at the left edge of the frame, is left out first.
    InkImage whole = seen.get(0);
    InkImage without = seen.get(1);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 8; x < SIDE; x++) {
        assertEquals(whole.ink()[y * SIDE + x], without.ink()[y * SIDE + x]);
      }
    }
    assertNotEquals(List.of(whole.ink()), List.of(without.ink()));
  }

  @Test
  void figuresComeAFewStrokesAtATime() throws Exception {
    List<StrokeInfluence> told = measured(lines(12), LEFT_HALF);

    assertEquals(List.of(7, 12), told.stream().map(each -> each.effects().size()).toList());
    assertEquals(
        "Each of the 12 strokes was left out once; the others stayed.", told.getFirst().scope());
  }

  @Test
  void ofManyStrokesTheLongestAreMeasured() throws Exception {
    StrokeInfluence influence = measured(lines(30), LEFT_HALF).getLast();

    assertEquals(
        IntStream.range(6, 30).boxed().toList().reversed(),
        influence.effects().stream().map(StrokeEffect::stroke).toList());
    assertEquals(
        "The 24 longest of 30 strokes were left out once each; the short ones were not measured.",
        influence.scope());
  }

  @Test
  void singleStrokeHasNothingToBeComparedWith() throws Exception {
    StrokeInfluence influence = measured(lines(1), LEFT_HALF).getLast();

    assertEquals(List.of(), influence.effects());
    assertEquals(
        "The sketch is a single stroke: without it nothing is left to compare.", influence.scope());
  }

  /** Lines below each other, each longer than the one before. */
  private static Sketch lines(int count) {
    return new Sketch(
        IntStream.range(0, count).mapToObj(i -> line(0, 10 * i, 10 + i, 10 * i)).toList());
  }

  private static String sentence(double similarity, OptionalInt rank) {
    StrokeEffect effect = new StrokeEffect(0, new Standing(similarity, rank));
    Standing whole = new Standing(0.8, OptionalInt.of(2));
    return new StrokeInfluence(whole, List.of(effect), 2, 2).sentence(effect);
  }

  @Test
  void changeThatRoundingCanMakeIsNotTold() {
    assertEquals("Its similarity stays 0.800.", sentence(0.798, OptionalInt.empty()));
  }

  @Test
  void fallIsTold() {
    assertEquals(
        "Without this stroke the photo falls from no. 2 to no. 17. Its similarity falls from 0.800"
            + " to 0.612.",
        sentence(0.612, OptionalInt.of(17)));
  }

  @Test
  void strokeThatHinderedIsTold() {
    assertEquals(
        "Without this stroke the photo rises from no. 2 to no. 1. Its similarity rises from 0.800"
            + " to 0.900.",
        sentence(0.9, OptionalInt.of(1)));
  }

  @Test
  void strokeThatDoesNothingIsTold() {
    assertEquals(
        "Without this stroke the photo stays no. 2. Its similarity stays 0.800.",
        sentence(0.8, OptionalInt.of(2)));
  }

  @Test
  void withoutAGalleryNoRankIsTold() {
    assertEquals("Its similarity falls from 0.800 to 0.700.", sentence(0.7, OptionalInt.empty()));
  }
}
