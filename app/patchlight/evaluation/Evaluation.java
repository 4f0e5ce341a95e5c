package patchlight.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import patchlight.evaluation.EvaluationProgress.Stage;
import patchlight.evaluation.LabelledPhotos.LabelledPhoto;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.Unreadable;
import patchlight.network.NetworkException;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.retrieval.FallingOrder;
import patchlight.retrieval.PhotoRetriever;
import patchlight.retrieval.QueryExpansion;
import patchlight.retrieval.SketchEncoder;
import patchlight.sketch.InkImage;

/**
 * Measures retrieval over labelled folders: every photo is encoded once, every sketch of a category
 * that has photos is a query, and all photos are ranked by exact cosine similarity (mAP@all needs
 * them all, so no approximate index is in between), by the sketch alone and as the program ranks
 * them.
 */
public final class Evaluation {
  private final TokenEncoder encoder;
  private final RelationMatcher matcher;
  private final PhotoReader reader;
  private final int decodeThreads;

  /**
   * Prepares an evaluation.
   *
   * @param encoder of photos and sketches
   * @param matcher of the same network
   * @param reader of photos, for the network's side
   * @param decodeThreads that read photos while others are encoded
   */
  public Evaluation(
      TokenEncoder encoder, RelationMatcher matcher, PhotoReader reader, int decodeThreads) {
    this.encoder = encoder;
    this.matcher = matcher;
    this.reader = reader;
    this.decodeThreads = decodeThreads;
  }

  /**
   * Runs it.
   *
   * @param sketches the queries
   * @param photos the gallery
   * @param limit at most this many sketches of a category
   * @param progress told how far it is
   * @throws GalleryException if no category has both sketches and photos, or no sketch has ink
   */
  public EvaluationReport run(
      LabelledSketches sketches, LabelledPhotos photos, int limit, EvaluationProgress progress)
      throws NetworkException, GalleryException {
    Set<String> categories = inCommon(sketches, photos);
    List<Unreadable> skipped = new ArrayList<>();
    long start = System.nanoTime();
    EncodedPictures gallery =
        new PhotoEncoding(encoder, reader, decodeThreads).encode(photos, skipped::add, progress);
    double seconds = (System.nanoTime() - start) / 1e9;
    Queries queries = new Queries(gallery);
    int searched = 0;
    for (String category : categories) {
      for (InkImage ink : inks(sketches, category, limit, skipped::add)) {
        queries.search(ink, category);
      }
      progress.update(Stage.SEARCHING, ++searched, categories.size());
    }
    if (queries.isEmpty()) {
      throw new GalleryException("evaluation.noQueries");
    }
    return queries.report(categories.size(), seconds, skipped);
  }

  /** The categories that have both, by name. */
  static Set<String> inCommon(LabelledSketches sketches, LabelledPhotos photos)
      throws GalleryException {
    Set<String> categories =
        photos.photos().stream()
            .map(LabelledPhoto::category)
            .collect(Collectors.toCollection(TreeSet::new));
    categories.retainAll(sketches.files().keySet());
    if (categories.isEmpty()) {
      throw new GalleryException("evaluation.nothingInCommon");
    }
    return categories;
  }

  /** The sketches of a category that have ink. */
  private List<InkImage> inks(
      LabelledSketches sketches, String category, int limit, Consumer<Unreadable> skipped) {
    int side = encoder.manifest().side();
    return sketches.inks(category, limit, side, skipped).stream()
        .filter(ink -> !ink.isBlank())
        .toList();
  }

  /** Searches one gallery and gathers what was found. */
  private final class Queries {
    private final EncodedPictures gallery;
    private final List<RetrievalFigures> sketchAlone = new ArrayList<>();
    private final List<RetrievalFigures> knn = new ArrayList<>();
    private final List<RetrievalFigures> relation = new ArrayList<>();
    private long nanos;

    Queries(EncodedPictures gallery) {
      this.gallery = gallery;
    }

    void search(InkImage ink, String category) throws NetworkException {
      long start = System.nanoTime();
      Tokens sketch = new SketchEncoder(encoder).encode(ink);
      int[] alone = gallery.ranked(sketch.retrievalToken());
      int[] nearest = Arrays.copyOf(alone, Math.min(QueryExpansion.NEIGHBOURS, alone.length));
      int[] ranked =
          gallery.rankedTogether(
              QueryExpansion.expanded(sketch.retrievalToken(), gallery.retrievalTokens(nearest)));
      int[] looked = Arrays.copyOf(ranked, Math.min(PhotoRetriever.MATCHED, ranked.length));
      float[] scores = matcher.relationScores(sketch, gallery.tokens(looked, sketch.rows()));
      nanos += System.nanoTime() - start;
      sketchAlone.add(RetrievalFigures.of(gallery.relevance(alone, category)));
      knn.add(RetrievalFigures.of(gallery.relevance(ranked, category)));
      relation.add(
          RetrievalFigures.of(gallery.relevance(FallingOrder.ofFirst(ranked, scores), category)));
    }

    boolean isEmpty() {
      return knn.isEmpty();
    }

    EvaluationReport report(int categories, double encodingSeconds, List<Unreadable> skipped) {
      return new EvaluationReport(
          RetrievalFigures.mean(sketchAlone),
          RetrievalFigures.mean(knn),
          RetrievalFigures.mean(relation),
          categories,
          knn.size(),
          gallery.size(),
          gallery.size() / encodingSeconds,
          nanos / 1e6 / knn.size(),
          skipped);
    }
  }
}
