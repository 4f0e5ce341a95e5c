package patchlight.retrieval;

import java.util.List;
import java.util.OptionalDouble;
import patchlight.network.MeasuredTruth;
import patchlight.network.Tokens;
import patchlight.sketch.InkImage;

/**
 * What a search found.
 *
 * @param photos best first
 * @param sketchTokens of the sketch that was searched with, from which a match can be explained
 * @param ink the sketch that was searched with
 * @param photoTruth how often one of the first ten photos is right, by its similarity
 * @param times where the time went
 */
public record Ranking(
    List<RankedPhoto> photos,
    Tokens sketchTokens,
    InkImage ink,
    MeasuredTruth photoTruth,
    SearchTimes times) {
  /** {@link #photoTruth} was measured on the first so many photos of a search. */
  private static final int MEASURED = 10;

  /** The ranking of a blank sketch: no photos, and nothing to explain. */
  public static final Ranking NOTHING_DRAWN =
      new Ranking(
          List.of(),
          new Tokens(new float[0], new float[0], 1),
          new InkImage(0, new float[0]),
          MeasuredTruth.UNKNOWN,
          SearchTimes.NONE);

  public Ranking {
    photos = List.copyOf(photos);
  }

  /** How often photos so similar were right in a test, if that was measured for such a rank. */
  public OptionalDouble right(RankedPhoto photo) {
    return photo.rank() > MEASURED ? OptionalDouble.empty() : photoTruth.right(photo.similarity());
  }

  /** Whether the sketch was blank, so that nothing was searched. */
  public boolean nothingDrawn() {
    return ink.isBlank();
  }
}
