package patchlight.evaluation;

import java.util.List;
import java.util.Optional;
import patchlight.gallery.Unreadable;

/**
 * What an evaluation by the protocol of ZSE-SBIR measured.
 *
 * @param ret figures of the order by cosine of retrieval tokens
 * @param program figures of the order that the program shows, where the nearest photos vote too
 * @param rn figures of the order by relation score of all pairs, where it was asked for
 * @param categories that were searched for
 * @param sketches that were searched with
 * @param photos that were searched among
 * @param speed what each step took
 * @param unreadable files that were left out
 */
public record ProtocolReport(
    RetrievalFigures ret,
    RetrievalFigures program,
    Optional<RetrievalFigures> rn,
    int categories,
    int sketches,
    int photos,
    Speed speed,
    List<Unreadable> unreadable) {
  public ProtocolReport {
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Mean seconds of one step.
   *
   * @param sketch read and encoded
   * @param photo read and encoded
   * @param retPair one sketch with one photo by retrieval tokens, ranking included
   * @param rnPair the same by relation score, where it was asked for
   */
  public record Speed(double sketch, double photo, double retPair, Optional<Double> rnPair) {}
}
