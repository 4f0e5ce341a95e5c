package patchlight.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import patchlight.messages.Messages;
import patchlight.sketch.InkImage;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchPlacement;
import patchlight.sketch.SketchRasterizer;
import patchlight.sketch.Stroke;

/**
 * Which strokes brought a photo up: each is left out in turn, while all others stay where they are
 * in the frame, and the photo's similarity and rank without it are asked for.
 *
 * @param whole how the photo stands for the whole drawing
 * @param effects of the strokes measured so far, the longest first
 * @param toMeasure how many strokes are measured in all; 0 for a drawing of one stroke, without
 *     which nothing is left to compare
 * @param strokes of the drawing
 */
public record StrokeInfluence(
    Standing whole, List<StrokeEffect> effects, int toMeasure, int strokes) {
  /** Of a drawing with more strokes the longest are measured. */
  public static final int MOST = 24;

  private static final int AT_ONCE = 8;

  /**
   * Changes of similarity below this are noise: where searches compute in integers, rounding moves
   * one by 0.002 on average.
   */
  private static final double NOTHING = 4e-3;

  /** Tells how one photo stands for drawings. */
  @FunctionalInterface
  public interface Standings {
    /**
     * One photo's standing for each drawing, in their order.
     *
     * @param drawings parts of the whole at the place that they have there
     * @param whole the drawing with all its strokes
     * @throws java.util.concurrent.CancellationException where nobody waits for it any more
     */
    List<Standing> of(List<InkImage> drawings, InkImage whole) throws Exception;
  }

  public StrokeInfluence {
    effects = List.copyOf(effects);
  }

  /**
   * Leaves out one stroke after the other.
   *
   * @param rasterizer of the network's side
   * @param soFar told after every few strokes, the last time with all of them
   */
  public static void measure(
      Sketch sketch,
      SketchRasterizer rasterizer,
      Standings standings,
      Consumer<StrokeInfluence> soFar)
      throws Exception {
    SketchPlacement frame = rasterizer.placement(sketch);
    List<Integer> longest = longestFirst(sketch, frame);
    List<InkImage> drawings = new ArrayList<>();
    InkImage whole = rasterizer.rasterize(sketch);
    drawings.add(whole);
    for (int stroke : longest) {
      drawings.add(rasterizer.rasterize(sketch.without(stroke), frame));
    }
    List<Standing> known = new ArrayList<>();
    while (known.size() < drawings.size()) {
      int to = Math.min(known.size() + AT_ONCE, drawings.size());
      known.addAll(standings.of(drawings.subList(known.size(), to), whole));
      List<StrokeEffect> effects = new ArrayList<>();
      for (int i = 1; i < known.size(); i++) {
        effects.add(new StrokeEffect(longest.get(i - 1), known.get(i)));
      }
      soFar.accept(
          new StrokeInfluence(known.getFirst(), effects, longest.size(), sketch.strokes().size()));
    }
  }

  /** What a stroke does, once it is measured. */
  public Optional<StrokeEffect> effect(int stroke) {
    return effects.stream().filter(effect -> effect.stroke() == stroke).findFirst();
  }

  /**
   * What a stroke adds to the similarity: positive where the photo is less similar without it,
   * exactly 0 for a stroke that the network does not see.
   */
  public double gain(StrokeEffect effect) {
    return whole.similarity() - effect.without().similarity();
  }

  /** The largest gain or loss, for a scale that all strokes share; 0 where nothing changes. */
  public double largestGain() {
    return effects.stream().mapToDouble(effect -> Math.abs(gain(effect))).max().orElse(0);
  }

  /** What any stroke of the drawing does, or that it was not measured, in words for a visitor. */
  public String sentence(int stroke) {
    return effect(stroke)
        .map(this::sentence)
        .orElseGet(() -> toMeasure == 0 ? scope() : Messages.text("explanation.stroke.unmeasured"));
  }

  /** What a stroke does, in words for a visitor. */
  public String sentence(StrokeEffect effect) {
    double gain = gain(effect);
    String similarity =
        Messages.text(
            Math.abs(gain) < NOTHING
                ? "explanation.stroke.same"
                : gain > 0 ? "explanation.stroke.less" : "explanation.stroke.more",
            whole.similarity(),
            effect.without().similarity());
    if (whole.rank().isEmpty() || effect.without().rank().isEmpty()) {
      return similarity;
    }
    int before = whole.rank().getAsInt();
    int after = effect.without().rank().getAsInt();
    String rank =
        Messages.text(
            after > before
                ? "explanation.stroke.falls"
                : after < before ? "explanation.stroke.rises" : "explanation.stroke.stays",
            before,
            after);
    return rank + " " + similarity;
  }

  /** What was measured, in words: which strokes were left aside, if any. */
  public String scope() {
    if (toMeasure == 0) {
      return Messages.text("explanation.stroke.single");
    }
    return toMeasure < strokes
        ? Messages.text("explanation.stroke.longest", toMeasure, strokes)
        : Messages.text("explanation.stroke.all", strokes);
  }

  private static List<Integer> longestFirst(Sketch sketch, SketchPlacement frame) {
    List<Stroke> strokes = sketch.strokes();
    if (strokes.size() < 2) {
      return List.of();
    }
    return IntStream.range(0, strokes.size())
        .boxed()
        .sorted(Comparator.comparingDouble(stroke -> -length(strokes.get(stroke), frame)))
        .limit(MOST)
        .toList();
  }

  private static double length(Stroke stroke, SketchPlacement frame) {
    double length = 0;
    for (int i = 1; i < stroke.points().size(); i++) {
      Point from = stroke.points().get(i - 1);
      Point to = stroke.points().get(i);
      length += Math.hypot(to.x() - from.x(), to.y() - from.y());
    }
    return length * frame.scale();
  }
}
