package patchlight.explanation;

import java.util.List;

/**
 * How the similarity of a sketch and a photo goes while patches of the photo are covered, or
 * uncovered, one after the other: in the order of an explanation, and at random.
 *
 * @param steps by rising share, from 0 to 1; at both ends every order shows the same picture
 */
public record CoveringCurve(List<Step> steps) {
  /**
   * One point of both curves.
   *
   * @param share of the photo's patches that are covered, or shown where patches are uncovered
   * @param guided similarity with the share that the explanation marks most, in [-1, 1]
   * @param random mean similarity over the same share of patches drawn at random
   */
  public record Step(double share, double guided, double random) {}

  public CoveringCurve {
    steps = List.copyOf(steps);
  }

  /** The curve at a share, linear between two steps. */
  public Step at(double share) {
    Step before = steps.getFirst();
    for (Step step : steps) {
      if (step.share() >= share) {
        double way = step.share() - before.share();
        double part = way > 0 ? (share - before.share()) / way : 1;
        return new Step(
            share,
            before.guided() + part * (step.guided() - before.guided()),
            before.random() + part * (step.random() - before.random()));
      }
      before = step;
    }
    return before;
  }

  /**
   * The area between both curves (trapezoids), in units of similarity: how much higher the random
   * one lies on average.
   */
  public double randomOverGuided() {
    double area = 0;
    for (int i = 1; i < steps.size(); i++) {
      Step from = steps.get(i - 1);
      Step to = steps.get(i);
      double height = (from.random() - from.guided() + to.random() - to.guided()) / 2;
      area += height * (to.share() - from.share());
    }
    return area;
  }
}
