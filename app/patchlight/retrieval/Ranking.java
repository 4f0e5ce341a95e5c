package patchlight.retrieval;

import java.util.List;
import patchlight.network.Tokens;
import patchlight.sketch.InkImage;

/**
 * What a search found.
 *
 * @param photos best first
 * @param sketchTokens of the sketch that was searched with, from which a match can be explained
 * @param ink the sketch that was searched with
 * @param times where the time went
 */
public record Ranking(
    List<RankedPhoto> photos, Tokens sketchTokens, InkImage ink, SearchTimes times) {
  /** The ranking of a blank sketch: no photos, and nothing to explain. */
  public static final Ranking NOTHING_DRAWN =
      new Ranking(
          List.of(),
          new Tokens(new float[0], new float[0], 1),
          new InkImage(0, new float[0]),
          SearchTimes.NONE);

  public Ranking {
    photos = List.copyOf(photos);
  }

  /** Whether the sketch was blank, so that nothing was searched. */
  public boolean nothingDrawn() {
    return ink.isBlank();
  }
}
