package patchlight.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import patchlight.network.Match;
import patchlight.sketch.InkImage;

/**
 * Which sketch patch answers to which photo patch, read off the cross-attention in both directions
 * (ZSE-SBIR, arXiv 2303.14348, section 3.3) and in true places: patch {@code row * grid + column}
 * of a heat map is that cell of the picture.
 *
 * <p>Blank paper answers to nothing: correspondences and heat begin at sketch patches with ink.
 */
public final class Explanation {
  /** A patch is drawn on when its mean ink reaches this: a dot of the pen does, a graze doesn't. */
  private static final double INKED_MEAN = 1.0 / 64;

  private final Match match;
  private final boolean[] inked;

  private Explanation(Match match, boolean[] inked) {
    this.match = match;
    this.inked = inked;
  }

  /**
   * Explains one match.
   *
   * @param match what the relation matcher said
   * @param ink the sketch that was matched, of any side
   */
  public static Explanation of(Match match, InkImage ink) {
    return new Explanation(match, inkedPatches(ink, match.grid()));
  }

  /** Patches along one side of either picture. */
  public int grid() {
    return match.grid();
  }

  /** Patches of either picture, the grid's side squared. */
  public int patches() {
    return match.patches();
  }

  /** How surely both pictures show the same kind of thing, in [0, 1]. */
  public float relationScore() {
    return match.relationScore();
  }

  /** Whether the sketch has ink in this patch. */
  public boolean inked(int sketchPatch) {
    return inked[sketchPatch];
  }

  /**
   * Pairs that choose each other: of all photo patches the sketch patch looks most at this one, and
   * of all inked sketch patches the photo patch looks most at that one. Strengths are the attention
   * weights as they are, never scaled up.
   *
   * @param n at most this many
   * @return strongest first; equal strengths in the order of the sketch patches
   */
  public List<Correspondence> strongest(int n) {
    List<Correspondence> mutual = new ArrayList<>();
    for (int sketchPatch = 0; sketchPatch < patches(); sketchPatch++) {
      if (!inked[sketchPatch]) {
        continue;
      }
      int photoPatch = answer(sketchPatch);
      if (favouriteOnSketch(photoPatch) == sketchPatch) {
        mutual.add(new Correspondence(sketchPatch, photoPatch, strength(sketchPatch, photoPatch)));
      }
    }
    mutual.sort(Comparator.comparingDouble(Correspondence::strength).reversed());
    return List.copyOf(mutual.subList(0, Math.min(n, mutual.size())));
  }

  /** The photo patch that a sketch patch looks at most; the first of those it looks at alike. */
  public int answer(int sketchPatch) {
    int row = sketchPatch * patches();
    int best = 0;
    for (int photoPatch = 1; photoPatch < patches(); photoPatch++) {
      if (match.sketchToPhoto()[row + photoPatch] > match.sketchToPhoto()[row + best]) {
        best = photoPatch;
      }
    }
    return best;
  }

  /**
   * Where on the photo one sketch patch looks.
   *
   * @return one value a photo patch in [0, 1], scaled so that the largest is 1; all 0 for a patch
   *     without ink
   */
  public float[] heatOnPhoto(int sketchPatch) {
    float[] heat = new float[patches()];
    if (inked[sketchPatch]) {
      System.arraycopy(match.sketchToPhoto(), sketchPatch * patches(), heat, 0, patches());
    }
    return scaledToMax(heat);
  }

  /**
   * Where on the photo the ink as a whole looks: the mean attention of the inked sketch patches,
   * unscaled, so that uniform attention is 1/N everywhere.
   *
   * @return one value a photo patch in [0, 1]; they sum to 1, or are all 0 without ink
   */
  public float[] attentionOnPhoto() {
    return meanAttention(inked);
  }

  /**
   * Where on the photo a part of the ink looks, such as one stroke.
   *
   * @param part of the sketch that was matched, at its place there, of any side
   * @return as {@link #attentionOnPhoto()}
   */
  public float[] attentionOnPhoto(InkImage part) {
    return meanAttention(inkedPatches(part, grid()));
  }

  private float[] meanAttention(boolean[] sketchPatches) {
    float[] attention = new float[patches()];
    int rows = 0;
    for (int sketchPatch = 0; sketchPatch < patches(); sketchPatch++) {
      if (inked[sketchPatch] && sketchPatches[sketchPatch]) {
        rows++;
        for (int photoPatch = 0; photoPatch < patches(); photoPatch++) {
          attention[photoPatch] += match.sketchToPhoto()[sketchPatch * patches() + photoPatch];
        }
      }
    }
    for (int photoPatch = 0; rows > 0 && photoPatch < patches(); photoPatch++) {
      attention[photoPatch] /= rows;
    }
    return attention;
  }

  /**
   * Where on the sketch one photo patch looks.
   *
   * @return one value a sketch patch in [0, 1], 0 where there is no ink, scaled so that the largest
   *     is 1
   */
  public float[] heatOnSketch(int photoPatch) {
    float[] heat = new float[patches()];
    for (int sketchPatch = 0; sketchPatch < patches(); sketchPatch++) {
      if (inked[sketchPatch]) {
        heat[sketchPatch] = match.photoToSketch()[photoPatch * patches() + sketchPatch];
      }
    }
    return scaledToMax(heat);
  }

  /**
   * How definite the attention of the inked patches is: the mean of {@code 1 - entropy / ln(N)}
   * over their rows. 0 says that every patch looks everywhere alike and the lines mean nothing, 1
   * that each looks at one place alone.
   */
  public double confidence() {
    double sum = 0;
    int rows = 0;
    for (int sketchPatch = 0; sketchPatch < patches(); sketchPatch++) {
      if (inked[sketchPatch]) {
        sum += 1 - entropy(sketchPatch) / Math.log(patches());
        rows++;
      }
    }
    return rows == 0 ? 0 : Math.clamp(sum / rows, 0, 1);
  }

  /**
   * How far a correspondence stands out, on one scale for all pictures: 0 at the strength of
   * uniform attention (1/N) or below, 1 at full attention both ways, logarithmic between.
   */
  public double clarity(Correspondence correspondence) {
    return Math.clamp(1 + Math.log(correspondence.strength()) / Math.log(patches()), 0, 1);
  }

  /**
   * The share of some of its {@link #strongest} pairs that should be right, going by how often
   * pairs as strong were in the network's own test (decision 25), in [0, 1].
   *
   * @return empty without pairs, or where the network doesn't tell
   */
  public OptionalDouble right(List<Correspondence> pairs) {
    return pairs.stream()
        .map(pair -> match.lineTruth().right(pair.strength()))
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  private float strength(int sketchPatch, int photoPatch) {
    double there = match.sketchToPhoto()[sketchPatch * patches() + photoPatch];
    double back = match.photoToSketch()[photoPatch * patches() + sketchPatch];
    return (float) Math.sqrt(there * back);
  }

  /** Among inked patches only, or a photo patch that also looks at blank paper would have none. */
  private int favouriteOnSketch(int photoPatch) {
    int row = photoPatch * patches();
    int best = -1;
    for (int sketchPatch = 0; sketchPatch < patches(); sketchPatch++) {
      if (inked[sketchPatch]
          && (best < 0
              || match.photoToSketch()[row + sketchPatch] > match.photoToSketch()[row + best])) {
        best = sketchPatch;
      }
    }
    return best;
  }

  private double entropy(int sketchPatch) {
    double entropy = 0;
    for (int photoPatch = 0; photoPatch < patches(); photoPatch++) {
      double weight = match.sketchToPhoto()[sketchPatch * patches() + photoPatch];
      if (weight > 0) {
        entropy -= weight * Math.log(weight);
      }
    }
    return entropy;
  }

  private static boolean[] inkedPatches(InkImage ink, int grid) {
    double[] sum = new double[grid * grid];
    int[] pixels = new int[grid * grid];
    for (int y = 0; y < ink.side(); y++) {
      for (int x = 0; x < ink.side(); x++) {
        int patch = y * grid / ink.side() * grid + x * grid / ink.side();
        sum[patch] += ink.ink()[y * ink.side() + x];
        pixels[patch]++;
      }
    }
    boolean[] inked = new boolean[grid * grid];
    for (int patch = 0; patch < inked.length; patch++) {
      inked[patch] = pixels[patch] > 0 && sum[patch] / pixels[patch] >= INKED_MEAN;
    }
    return inked;
  }

  /** The same heat, scaled so that the largest value is 1; all 0 stays so. */
  static float[] scaledToMax(float[] heat) {
    float max = 0;
    for (float value : heat) {
      max = Math.max(max, value);
    }
    for (int i = 0; max > 0 && i < heat.length; i++) {
      heat[i] /= max;
    }
    return heat;
  }
}
