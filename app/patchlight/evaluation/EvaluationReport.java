package patchlight.evaluation;

import java.util.List;
import patchlight.gallery.Unreadable;

/**
 * What an evaluation measured.
 *
 * @param sketchAlone figures of the order by similarity to the sketch's own retrieval token
 * @param knn figures of the program's order: by similarity to the expanded query
 * @param relation figures where the nearest photos are reordered by relation score
 * @param categories that were searched for: those with both sketches and photos
 * @param sketches that were searched with
 * @param photos that were searched among, those of other categories included
 * @param photosPerSecond read, decoded and encoded
 * @param millisPerQuery mean of encoding a sketch, ranking all photos and matching the nearest
 * @param skipped files that could not be read and sketches without ink
 */
public record EvaluationReport(
    RetrievalFigures sketchAlone,
    RetrievalFigures knn,
    RetrievalFigures relation,
    int categories,
    int sketches,
    int photos,
    double photosPerSecond,
    double millisPerQuery,
    List<Unreadable> skipped) {
  public EvaluationReport {
    skipped = List.copyOf(skipped);
  }
}
