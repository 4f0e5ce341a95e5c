package patchlight.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import patchlight.evaluation.EvaluationProgress.Stage;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.Unreadable;
import patchlight.network.NetworkException;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.retrieval.FallingOrder;
import patchlight.retrieval.QueryExpansion;
import patchlight.retrieval.SketchEncoder;
import patchlight.sketch.InkImage;

/**
 * Measures retrieval by the evaluation protocol of ZSE-SBIR (arXiv 2303.14348, section 4): every
 * sketch of a category that has photos is a query, blank ones too, and ranks all photos. Every
 * photo is encoded once, every sketch as the program looks at it.
 */
public final class ProtocolEvaluation {
  /** Bounds the patch tokens that are unpacked at a time. */
  private static final int MATCHED_AT_ONCE = 50;

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
  public ProtocolEvaluation(
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
   * @param retrieval whether to rank by relation score too, which takes a while for every pair
   * @param progress told how far it is
   * @throws GalleryException if no category has both sketches and photos, or none can be read
   */
  public ProtocolReport run(
      LabelledSketches sketches,
      LabelledPhotos photos,
      int limit,
      Retrieval retrieval,
      EvaluationProgress progress)
      throws NetworkException, GalleryException {
    Set<String> categories = Evaluation.inCommon(sketches, photos);
    List<Unreadable> unreadable = new ArrayList<>();
    long start = System.nanoTime();
    EncodedPictures gallery =
        new PhotoEncoding(encoder, reader, decodeThreads).encode(photos, unreadable::add, progress);
    double photoSeconds = secondsSince(start);
    start = System.nanoTime();
    EncodedPictures queries = encode(sketches, categories, limit, unreadable::add, progress);
    double sketchSeconds = secondsSince(start);
    if (gallery.size() == 0) {
      throw new GalleryException("evaluation.noPhotoRead", photos.photos().size());
    }
    if (queries.size() == 0) {
      throw new GalleryException("evaluation.noQueries");
    }
    Rankings rankings = new Rankings(gallery, queries);
    for (int query = 0; query < queries.size(); query++) {
      rankings.byRetrievalToken(query);
      if (retrieval == Retrieval.RN) {
        rankings.byRelationScore(query);
      }
      progress.update(Stage.RANKING, query + 1, queries.size());
    }
    return new ProtocolReport(
        RetrievalFigures.mean(rankings.ret),
        RetrievalFigures.mean(rankings.program),
        Optional.of(rankings.rn).filter(rn -> !rn.isEmpty()).map(RetrievalFigures::mean),
        categories.size(),
        queries.size(),
        gallery.size(),
        rankings.speed(sketchSeconds / queries.size(), photoSeconds / gallery.size()),
        unreadable);
  }

  private EncodedPictures encode(
      LabelledSketches sketches,
      Set<String> categories,
      int limit,
      Consumer<Unreadable> unreadable,
      EvaluationProgress progress)
      throws NetworkException {
    SketchEncoder sketchEncoder = new SketchEncoder(encoder);
    int side = encoder.manifest().side();
    EncodedPictures encoded = new EncodedPictures();
    int done = 0;
    for (String category : categories) {
      for (InkImage ink : sketches.inks(category, limit, side, unreadable)) {
        encoded.add(category, sketchEncoder.encode(ink));
      }
      progress.update(Stage.ENCODING_SKETCHES, ++done, categories.size());
    }
    return encoded;
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  /** Ranks one gallery for each query and gathers how good that was. */
  private final class Rankings {
    private final EncodedPictures gallery;
    private final EncodedPictures queries;
    private final List<RetrievalFigures> ret = new ArrayList<>();
    private final List<RetrievalFigures> program = new ArrayList<>();
    private final List<RetrievalFigures> rn = new ArrayList<>();
    private double retSeconds;
    private double rnSeconds;

    Rankings(EncodedPictures gallery, EncodedPictures queries) {
      this.gallery = gallery;
      this.queries = queries;
    }

    void byRetrievalToken(int query) {
      float[] token = queries.retrievalToken(query);
      long start = System.nanoTime();
      int[] ranked = gallery.ranked(token);
      retSeconds += secondsSince(start);
      int[] nearest = Arrays.copyOf(ranked, Math.min(QueryExpansion.NEIGHBOURS, ranked.length));
      float[] expanded = QueryExpansion.expanded(token, gallery.retrievalTokens(nearest));
      ret.add(figures(ranked, query));
      program.add(figures(gallery.rankedTogether(expanded), query));
    }

    void byRelationScore(int query) throws NetworkException {
      long start = System.nanoTime();
      int[] ranked = FallingOrder.of(relationScores(query));
      rnSeconds += secondsSince(start);
      rn.add(figures(ranked, query));
    }

    private float[] relationScores(int query) throws NetworkException {
      int rows = encoder.manifest().tokenRows();
      Tokens sketch = queries.tokens(new int[] {query}, rows).getFirst();
      float[] scores = new float[gallery.size()];
      for (int from = 0; from < scores.length; from += MATCHED_AT_ONCE) {
        int to = Math.min(from + MATCHED_AT_ONCE, scores.length);
        int[] some = IntStream.range(from, to).toArray();
        float[] part = matcher.relationScores(sketch, gallery.tokens(some, rows));
        System.arraycopy(part, 0, scores, from, part.length);
      }
      return scores;
    }

    private RetrievalFigures figures(int[] ranked, int query) {
      return RetrievalFigures.of(gallery.relevance(ranked, queries.category(query)));
    }

    ProtocolReport.Speed speed(double sketch, double photo) {
      double pairs = (double) queries.size() * gallery.size();
      return new ProtocolReport.Speed(
          sketch,
          photo,
          retSeconds / pairs,
          rn.isEmpty() ? Optional.empty() : Optional.of(rnSeconds / pairs));
    }
  }
}
