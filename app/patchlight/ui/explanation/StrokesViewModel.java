package patchlight.ui.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Explanation;
import patchlight.explanation.StrokeEffect;
import patchlight.explanation.StrokeInfluence;
import patchlight.explanation.StrokeLooks;
import patchlight.messages.Messages;
import patchlight.sketch.SketchPlacement;
import patchlight.sketch.SketchRasterizer;

/** Which stroke is pointed at, what it does to the match, and what it looks at on the photo. */
final class StrokesViewModel {
  /** A smaller change than this takes no full colour, or noise would glow. */
  private static final double LEAST_SCALE = 0.02;

  private static final float[] DARK = {};

  private final ExplanationViewModel explanation;
  private final EvidenceViewModel evidence;
  private final ReadOnlyObjectWrapper<@Nullable Integer> pointedAt = new ReadOnlyObjectWrapper<>();

  StrokesViewModel(ExplanationViewModel explanation, EvidenceViewModel evidence) {
    this.explanation = explanation;
    this.evidence = evidence;
    explanation.shownProperty().subscribe(shown -> pointedAt.set(null));
  }

  /** The stroke under the pointer; null where there is none. */
  ReadOnlyObjectProperty<@Nullable Integer> pointedAtProperty() {
    return pointedAt.getReadOnlyProperty();
  }

  void pointAt(@Nullable Integer stroke) {
    pointedAt.set(stroke);
  }

  /**
   * A stroke's part of the scale.
   *
   * @return from -1, hinders most, to 1, helps most; empty until it is measured
   */
  Optional<Double> share(int stroke) {
    StrokeInfluence influence = evidence.influenceProperty().get();
    return influence == null
        ? Optional.empty()
        : influence.effect(stroke).map(effect -> influence.gain(effect) / scale(influence));
  }

  /** The change of similarity at both ends of the scale. */
  double scale() {
    StrokeInfluence influence = evidence.influenceProperty().get();
    return influence == null ? LEAST_SCALE : scale(influence);
  }

  private static double scale(StrokeInfluence influence) {
    return Math.max(LEAST_SCALE, influence.largestGain());
  }

  /** Those that change the match most, for or against it, first. */
  List<StrokeEffect> strongest(int most) {
    StrokeInfluence influence = evidence.influenceProperty().get();
    if (influence == null) {
      return List.of();
    }
    return influence.effects().stream()
        .sorted(Comparator.comparingDouble(effect -> -Math.abs(influence.gain(effect))))
        .limit(most)
        .toList();
  }

  /** What the stroke pointed at does, or how to find out, in words. */
  String sentence() {
    StrokeInfluence influence = evidence.influenceProperty().get();
    Integer stroke = pointedAt.get();
    if (influence == null) {
      String obstacle = evidence.obstacleProperty().get();
      return obstacle.isEmpty() ? Messages.text("ui.explanation.strokes.pending") : obstacle;
    }
    if (stroke == null) {
      return influence.toMeasure() == 0
          ? influence.scope()
          : Messages.text("ui.explanation.strokes.point");
    }
    return influence.sentence(stroke);
  }

  /**
   * Where the stroke pointed at looks on the photo, on the scale of {@link Explanation#clarity}.
   *
   * @return values in [0, 1] in row order; empty where no stroke is pointed at
   */
  float[] heatOnPhoto() {
    ShownExplanation shown = explanation.shownProperty().get();
    Integer stroke = pointedAt.get();
    if (shown == null || stroke == null) {
      return DARK;
    }
    float[] heat =
        new StrokeLooks(shown.sketch(), shown.explanation(), shown.ink().side())
            .attentionOnPhoto(stroke);
    for (int patch = 0; patch < heat.length; patch++) {
      heat[patch] = (float) Math.clamp(1 + Math.log(heat[patch]) / Math.log(heat.length), 0, 1);
    }
    return heat;
  }

  /** Where a sketch lies in the picture that the network saw. */
  static SketchPlacement placement(ShownExplanation shown) {
    return new SketchRasterizer(shown.ink().side()).placement(shown.sketch());
  }
}
