package patchlight.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.gallery.NearPhoto;
import patchlight.gallery.Photo;
import patchlight.gallery.PhotoStanding;
import patchlight.network.Match;
import patchlight.network.MeasuredTruth;
import patchlight.network.NetworkException;
import patchlight.network.RelationMatcher;
import patchlight.network.SideBySide;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.sketch.InkImage;

/**
 * The main job: encodes a sketch, finds the photos with the nearest retrieval tokens (a second time
 * with the {@link QueryExpansion expanded} query), lets the {@link LookAlikes} among them stand
 * together and vote once more, and asks the relation matcher about the first of them.
 *
 * <p>The order is that of similarity unless the network's manifest says that reordering by relation
 * score measured better.
 */
public final class PhotoRetriever {
  /** So many of the nearest photos are matched patch by patch. */
  public static final int MATCHED = 50;

  private final SketchEncoder encoder;
  private final RelationMatcher matcher;
  private final Gallery gallery;
  private final boolean rerank;
  private final MeasuredTruth photoTruth;

  public PhotoRetriever(TokenEncoder encoder, RelationMatcher matcher, Gallery gallery) {
    this.encoder = new SketchEncoder(encoder);
    this.rerank = encoder.manifest().rerank();
    this.photoTruth = encoder.manifest().photoTruth();
    this.matcher = matcher;
    this.gallery = gallery;
  }

  /**
   * Finds the photos that fit a sketch.
   *
   * @param ink the sketch, of the network's side
   * @param top at most this many photos
   * @return the ranking; {@link Ranking#NOTHING_DRAWN} for a blank sketch
   */
  public Ranking search(InkImage ink, int top) throws NetworkException, GalleryException {
    if (ink.isBlank()) {
      return Ranking.NOTHING_DRAWN;
    }
    long start = System.nanoTime();
    Tokens sketch = encoder.encode(ink);
    long encoded = System.nanoTime();
    List<NearPhoto> near = found(sketch.retrievalToken(), top);
    long found = System.nanoTime();
    List<Photo> looked = near.stream().limit(MATCHED).map(NearPhoto::photo).toList();
    float[] scores =
        looked.isEmpty() ? new float[0] : matcher.relationScores(sketch, gallery.tokens(looked));
    long matched = System.nanoTime();
    return new Ranking(
        ranked(near, scores, rerank).stream().limit(top).toList(),
        sketch,
        ink,
        photoTruth,
        new SearchTimes(millis(encoded - start), millis(found - encoded), millis(matched - found)));
  }

  /** The photos that fit a sketch's token, best first, at least so many if there are. */
  private List<NearPhoto> found(float[] sketch, int least) throws GalleryException {
    float[] query = expanded(sketch);
    return together(query, gallery.nearest(query, Math.max(least, LookAlikes.FIRST)));
  }

  /** The token that is searched with: the sketch's, with a vote for the photos nearest to it. */
  private float[] expanded(float[] sketch) throws GalleryException {
    List<NearPhoto> nearest = gallery.nearest(sketch, QueryExpansion.NEIGHBOURS);
    return QueryExpansion.expanded(
        sketch, nearest.stream().map(NearPhoto::retrievalToken).toList());
  }

  /** The first photos in the order of their similarity together with their kin, then the others. */
  static List<NearPhoto> together(float[] query, List<NearPhoto> near) {
    List<NearPhoto> first = near.subList(0, Math.min(LookAlikes.FIRST, near.size()));
    float[] similarities =
        new LookAlikes(first.stream().map(NearPhoto::retrievalToken).toList()).similarities(query);
    List<NearPhoto> together = new ArrayList<>(near.size());
    for (int i = 0; i < first.size(); i++) {
      NearPhoto photo = first.get(i);
      together.add(new NearPhoto(photo.photo(), similarities[i], photo.retrievalToken()));
    }
    together.sort(Comparator.comparingDouble(photo -> -photo.similarity()));
    together.addAll(near.subList(first.size(), near.size()));
    return together;
  }

  /**
   * How one photo stands for each of a few parts of a sketch: its similarity and its rank by it, as
   * {@link #search} would find them if the others had been there for the frame alone. Behind the
   * first {@link LookAlikes#FIRST} that similarity is the photo's alone, and no second vote has
   * moved the query, so on a large gallery it may step where a photo falls that far.
   *
   * <p>The sketches are encoded together and then searched with on all processors: a search alone
   * keeps one busy.
   *
   * @param inks the parts, of the network's side; the whole may be among them
   * @param whole the sketch whose parts they are
   * @return in the parts' order
   * @throws GalleryException if the photo left the gallery meanwhile
   */
  public List<PhotoStanding> standings(List<InkImage> inks, InkImage whole, Photo photo)
      throws NetworkException, GalleryException {
    List<Callable<PhotoStanding>> searches = new ArrayList<>(inks.size());
    for (Tokens sketch : encoder.encodeParts(inks, whole)) {
      searches.add(() -> standing(sketch.retrievalToken(), photo));
    }
    return SideBySide.run(searches, searches.size(), GalleryException.class);
  }

  private PhotoStanding standing(float[] sketch, Photo photo) throws GalleryException {
    List<NearPhoto> near = found(sketch, 0);
    for (int i = 0; i < near.size(); i++) {
      if (near.get(i).photo().path().equals(photo.path())) {
        return new PhotoStanding(near.get(i).similarity(), i + 1);
      }
    }
    return gallery.standing(expanded(sketch), photo);
  }

  /** The match of one photo of a ranking, with the correspondences that explain it. */
  public Match match(Ranking ranking, RankedPhoto photo) throws NetworkException, GalleryException {
    return matcher.match(ranking.sketchTokens(), gallery.tokens(List.of(photo.photo())).getFirst());
  }

  /** Rows in their final order; the scores belong to the first of {@code near}. */
  static List<RankedPhoto> ranked(List<NearPhoto> near, float[] scores, boolean rerank) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < near.size(); i++) {
      order.add(i);
    }
    if (rerank) {
      order.subList(0, scores.length).sort(Comparator.comparingDouble(i -> -scores[i]));
    }
    List<RankedPhoto> ranked = new ArrayList<>();
    for (int i : order) {
      ranked.add(
          new RankedPhoto(
              ranked.size() + 1,
              near.get(i).photo(),
              near.get(i).similarity(),
              i < scores.length ? OptionalDouble.of(scores[i]) : OptionalDouble.empty()));
    }
    return ranked;
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
