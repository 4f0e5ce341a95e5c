package patchlight.ui.explanation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import patchlight.explanation.Explanation;
import patchlight.network.Match;
import patchlight.network.MeasuredTruth;
import patchlight.retrieval.Ranking;
import patchlight.sketch.InkImage;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.Stroke;
import patchlight.ui.SomePhotos;

/**
 * A match of 2×2 patches with known counterparts. The sketch has ink in patches 0 and 3; patch 0
 * answers to photo patch 3 clearly (0.97), patch 3 to photo patch 0 less so (0.7).
 */
final class PlantedMatch {
  private static final InkImage INK = new InkImage(2, new float[] {1, 0, 0, 1});

  /** A short stroke in patch 0, another in patch 3. */
  private static final Sketch SKETCH =
      new Sketch(
          List.of(
              new Stroke(List.of(new Point(0, 0, 0), new Point(0.3, 0.3, 0))),
              new Stroke(List.of(new Point(0.7, 0.7, 0), new Point(1, 1, 0)))));

  private PlantedMatch() {}

  static ShownExplanation shown() {
    return shown(MeasuredTruth.UNKNOWN);
  }

  static ShownExplanation shown(MeasuredTruth measured) {
    float[] there = {
      0.01f, 0.01f, 0.01f, 0.97f, //
      0.25f, 0.25f, 0.25f, 0.25f, //
      0.25f, 0.25f, 0.25f, 0.25f, //
      0.70f, 0.10f, 0.10f, 0.10f
    };
    float[] back = {
      0.10f, 0.10f, 0.10f, 0.70f, //
      0.25f, 0.25f, 0.25f, 0.25f, //
      0.25f, 0.25f, 0.25f, 0.25f, //
      0.97f, 0.01f, 0.01f, 0.01f
    };
    return shown(new Match(0.9f, there, back, 4, measured), 1);
  }

  static ShownExplanation even() {
    float[] even = new float[16];
    Arrays.fill(even, 0.25f);
    return shown(new Match(0.5f, even, even.clone(), 4), 1);
  }

  static ShownExplanation shown(Match match, int rank) {
    return shown(match, rank, MeasuredTruth.UNKNOWN);
  }

  /** Of a network that tells how often photos of a similarity are right. */
  static ShownExplanation shown(Match match, int rank, MeasuredTruth photoTruth) {
    String[] names =
        IntStream.range(0, 12).mapToObj(i -> (char) ('a' + i) + ".jpg").toArray(String[]::new);
    Ranking ranking = SomePhotos.ranking(photoTruth, names);
    return new ShownExplanation(
        ranking.photos().get(rank - 1), SKETCH, ranking, Explanation.of(match, INK));
  }
}
