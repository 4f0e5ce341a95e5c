package patchlight.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * What one photo lacks against another: patches of the same sketch that found a counterpart in the
 * one and not in the other.
 *
 * <p>A sketch patch has a counterpart in a photo when both choose each other before all others and
 * the {@link Explanation#clarity clarity} of the pair reaches {@link #LEAST_CLARITY}. Which of two
 * neighbours along a line is chosen back is often a matter of little, so a patch is lacking only
 * when none of the eight around it has a counterpart either.
 *
 * @param onlyInOther sketch patches with a counterpart in the other photo and none in this one,
 *     themselves or beside them, in row order: what this photo lacks
 * @param onlyHere the reverse: what the other photo lacks
 * @param inBoth all other patches that have a counterpart in either
 */
public record Counterparts(
    List<Integer> onlyInOther, List<Integer> onlyHere, List<Integer> inBoth) {
  /**
   * Of a network with 196 patches: 52 times as strong as chance. About here lies the weakest eighth
   * of the shipped network's pairs in its test, of which 62 % were right (model card).
   */
  public static final double LEAST_CLARITY = 0.75;

  public Counterparts {
    onlyInOther = List.copyOf(onlyInOther);
    onlyHere = List.copyOf(onlyHere);
    inBoth = List.copyOf(inBoth);
  }

  /**
   * Compares two photos for one sketch.
   *
   * @param here the explanation of the photo that is asked about
   * @param other that of the photo it is compared with, of the same sketch
   */
  public static Counterparts of(Explanation here, Explanation other) {
    boolean[] answered = answered(here);
    boolean[] answeredThere = answered(other);
    boolean[] near = widened(answered, here.grid());
    boolean[] nearThere = widened(answeredThere, here.grid());
    List<Integer> onlyInOther = new ArrayList<>();
    List<Integer> onlyHere = new ArrayList<>();
    List<Integer> inBoth = new ArrayList<>();
    for (int patch = 0; patch < answered.length; patch++) {
      if (answeredThere[patch] && !near[patch]) {
        onlyInOther.add(patch);
      } else if (answered[patch] && !nearThere[patch]) {
        onlyHere.add(patch);
      } else if (answered[patch] || answeredThere[patch]) {
        inBoth.add(patch);
      }
    }
    return new Counterparts(onlyInOther, onlyHere, inBoth);
  }

  private static boolean[] answered(Explanation explanation) {
    boolean[] answered = new boolean[explanation.patches()];
    for (Correspondence pair : explanation.strongest(explanation.patches())) {
      answered[pair.sketchPatch()] = explanation.clarity(pair) >= LEAST_CLARITY;
    }
    return answered;
  }

  /** The patches given and the eight around each. */
  private static boolean[] widened(boolean[] patches, int grid) {
    boolean[] wide = new boolean[patches.length];
    for (int patch = 0; patch < patches.length; patch++) {
      int row = patch / grid;
      int column = patch % grid;
      for (int y = Math.max(0, row - 1); y <= Math.min(grid - 1, row + 1); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(grid - 1, column + 1); x++) {
          wide[patch] |= patches[y * grid + x];
        }
      }
    }
    return wide;
  }
}
