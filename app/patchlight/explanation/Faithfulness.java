package patchlight.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import patchlight.explanation.CoveringCurve.Step;
import patchlight.messages.Messages;
import patchlight.network.NetworkException;
import patchlight.network.Tokens;

/**
 * Whether an explanation is true: the photo's patches are covered in the order in which the
 * explanation marks them, and the similarity that is left is compared with what is left when as
 * many are covered at random (deletion and insertion: Petsiuk et al., RISE, BMVC 2018; Samek et
 * al., TNNLS 2017).
 *
 * <p><b>What the match is.</b> The similarity is the cosine of two centred tokens, so 0 is what a
 * photo of nothing in particular gets. All shares are therefore shares of the whole photo's
 * similarity above 0: a loss of 61 % says that 0.82 became 0.32. A loss above 100 % says that what
 * is left is less like the sketch than any photo.
 *
 * @param deletion share covered, from 0 to 1
 * @param insertion share shown, from 0 to 1: everything is covered, and the patches marked most are
 *     uncovered first
 */
public record Faithfulness(CoveringCurve deletion, CoveringCurve insertion) {
  /** A match of less than this has hardly anything to lose, and shares of it say nothing. */
  public static final double LEAST_MATCH = 0.2;

  /** The share that the sentence speaks of. */
  public static final double TOLD = 0.2;

  /**
   * The least score that is called better than chance. It was set by eye, where single random
   * orders were seen to stray from 0 by about as much: it is no statistic, and tells no
   * significance.
   */
  public static final double BETTER = 0.1;

  /** The least difference of the two losses that the sentence tells. */
  private static final double TOLD_APART = 0.05;

  /** Mirrored about a half, since covering at random is uncovering at random from the other end. */
  private static final double[] SHARES = {0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9};

  private static final int RANDOM_ORDERS = 3;
  private static final long SEED = 11;
  private static final int AT_ONCE = 8;

  /**
   * Measures an explanation: 37 pictures are encoded, eight at a time.
   *
   * @param encoder of the network that is explained
   * @param sketchToken the sketch's retrieval token, L2-normalised
   * @param photo side × side values 0xRRGGBB, row by row, of the encoder's side
   * @param marked how strongly the explanation marks each photo patch, in row order: {@link
   *     Explanation#attentionOnPhoto}; patches marked alike are taken in row order
   */
  public static Faithfulness measure(
      PictureEncoder encoder, float[] sketchToken, int[] photo, float[] marked)
      throws NetworkException {
    CoveredPhoto covered = new CoveredPhoto(photo, (int) Math.round(Math.sqrt(marked.length)));
    int patches = covered.patches();
    int[] strongestFirst = strongestFirst(marked);
    List<int[]> pictures = new ArrayList<>();
    pictures.add(photo);
    pictures.add(covered.covering(strongestFirst, 0, patches));
    for (double share : SHARES) {
      pictures.add(covered.covering(strongestFirst, 0, count(share, patches)));
    }
    for (double share : SHARES) {
      pictures.add(covered.covering(strongestFirst, count(share, patches), patches));
    }
    Random random = new Random(SEED);
    for (int i = 0; i < RANDOM_ORDERS; i++) {
      int[] order = shuffled(patches, random);
      for (double share : SHARES) {
        pictures.add(covered.covering(order, 0, count(share, patches)));
      }
    }
    return of(similarities(encoder, sketchToken, pictures));
  }

  /** How much of the match is lost when the strongest share is covered: 1 is all of it. */
  public double lost(double share) {
    return 1 - deletion.at(share).guided() / whole();
  }

  /** How much of the match is lost when as much is covered at random. */
  public double lostAtRandom(double share) {
    return 1 - deletion.at(share).random() / whole();
  }

  /** How much of the match the strongest share shows alone: 1 is all of it. */
  public double kept(double share) {
    return insertion.at(share).guided() / whole();
  }

  /** How much of the match a random share shows alone. */
  public double keptAtRandom(double share) {
    return insertion.at(share).random() / whole();
  }

  /** Similarity of the sketch and the whole photo, in [-1, 1]. */
  public double whole() {
    return deletion.steps().getFirst().guided();
  }

  /** Whether there is a match whose loss can be measured. */
  public boolean measurable() {
    return whole() >= LEAST_MATCH;
  }

  /**
   * The area between the deletion curve for random patches and the explanation's, as a share of the
   * match: how much more is lost on average by covering what is marked. Positive is better than
   * chance; 0 where there is no match to lose.
   */
  public double score() {
    return measurable() ? deletion.randomOverGuided() / whole() : 0;
  }

  /** The same for uncovering: how much more of the match what is marked brings on average. */
  public double insertionScore() {
    return measurable() ? -insertion.randomOverGuided() / whole() : 0;
  }

  /**
   * Whether what is marked matters more to the match than patches drawn at random: over the whole
   * curve, and at the share that the sentence tells.
   */
  public boolean betterThanChance() {
    return score() >= BETTER && lost(TOLD) - lostAtRandom(TOLD) >= TOLD_APART;
  }

  /** The result in words for a visitor; a failed explanation is called one. */
  public String sentence() {
    if (!measurable()) {
      return Messages.text("explanation.faithfulness.noMatch");
    }
    return Messages.text(
        betterThanChance() ? "explanation.faithfulness.holds" : "explanation.faithfulness.fails",
        Math.clamp(lost(TOLD), 0, 1),
        Math.clamp(lostAtRandom(TOLD), 0, 1));
  }

  private static Faithfulness of(double[] similarities) {
    int steps = SHARES.length;
    double whole = similarities[0];
    double nothing = similarities[1];
    double[] deleted = Arrays.copyOfRange(similarities, 2, 2 + steps);
    double[] inserted = Arrays.copyOfRange(similarities, 2 + steps, 2 + 2 * steps);
    double[] random = new double[steps];
    for (int i = 0; i < RANDOM_ORDERS * steps; i++) {
      random[i % steps] += similarities[2 + 2 * steps + i] / RANDOM_ORDERS;
    }
    List<Step> deletion = new ArrayList<>();
    List<Step> insertion = new ArrayList<>();
    deletion.add(new Step(0, whole, whole));
    insertion.add(new Step(0, nothing, nothing));
    for (int i = 0; i < steps; i++) {
      deletion.add(new Step(SHARES[i], deleted[i], random[i]));
      insertion.add(new Step(SHARES[i], inserted[i], random[steps - 1 - i]));
    }
    deletion.add(new Step(1, nothing, nothing));
    insertion.add(new Step(1, whole, whole));
    return new Faithfulness(new CoveringCurve(deletion), new CoveringCurve(insertion));
  }

  private static double[] similarities(
      PictureEncoder encoder, float[] sketchToken, List<int[]> pictures) throws NetworkException {
    double[] similarities = new double[pictures.size()];
    int done = 0;
    while (done < pictures.size()) {
      int to = Math.min(done + AT_ONCE, pictures.size());
      for (float[] token : encoder.retrievalTokens(pictures.subList(done, to))) {
        similarities[done++] = Tokens.cosine(sketchToken, token);
      }
    }
    return similarities;
  }

  private static int count(double share, int patches) {
    return (int) Math.round(share * patches);
  }

  private static int[] strongestFirst(float[] marked) {
    return IntStream.range(0, marked.length)
        .boxed()
        .sorted(Comparator.comparingDouble(patch -> -marked[patch]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] shuffled(int patches, Random random) {
    int[] order = IntStream.range(0, patches).toArray();
    for (int i = patches - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
