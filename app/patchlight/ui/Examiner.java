package patchlight.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Counterparts;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PairAttention;
import patchlight.explanation.PatchReplacement;
import patchlight.explanation.PictureEncoder;
import patchlight.explanation.Standing;
import patchlight.explanation.StrokeInfluence;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.network.Pixels;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.retrieval.PhotoRetriever;
import patchlight.retrieval.RankedPhoto;
import patchlight.retrieval.SketchEncoder;
import patchlight.sketch.SketchRasterizer;
import patchlight.ui.explanation.ExplanationPart;
import patchlight.ui.explanation.RebuiltPhoto;
import patchlight.ui.explanation.ShownExplanation;

/**
 * Tests explanations, with encoders of its own so that no search waits for it. Covered photos are
 * encoded exactly; sketches with a stroke less as searches encode them, or the whole sketch might
 * find another order here than in the list. Encoders are opened when they are first needed.
 */
final class Examiner implements AutoCloseable {
  /** The sketch is rebuilt from so many of the best photos. */
  private static final int BEST = 5;

  /** A rebuilt sketch has so many pixels for one of the network's, along a side. */
  private static final int SHARPER = 2;

  private final NetworkRuntime runtime;
  private final RelationMatcher matcher;
  private final Gallery gallery;
  private final int threads;
  private @Nullable TokenEncoder exact;
  private @Nullable TokenEncoder searching;
  private boolean closed;

  /**
   * @param matcher shared with the searches, whose questions are short
   * @param threads processor threads of an encoder
   */
  Examiner(NetworkRuntime runtime, RelationMatcher matcher, Gallery gallery, int threads) {
    this.runtime = runtime;
    this.matcher = matcher;
    this.gallery = gallery;
    this.threads = threads;
  }

  /**
   * Measures what one part of the explanation shows, and tells it finding by finding.
   *
   * @throws CancellationException when the round ended or the examiner was closed
   */
  void examine(ShownExplanation shown, ExplanationPart part, ExaminationRound round)
      throws Exception {
    switch (part) {
      case MATCHES -> {
        compareWithFirst(shown, round);
        testFaithfulness(shown, round);
      }
      case STROKES -> leaveStrokesOut(shown, round);
      case REBUILT -> rebuild(shown, round);
      case ATTENTION -> lookAround(shown, round);
    }
  }

  private void compareWithFirst(ShownExplanation shown, ExaminationRound round)
      throws NetworkException, GalleryException {
    if (!shown.isFirst()) {
      Explanation first = explanation(shown, shown.first());
      Counterparts compared = Counterparts.of(shown.explanation(), first);
      round.tell(evidence -> evidence.show(compared));
    }
  }

  private void testFaithfulness(ShownExplanation shown, ExaminationRound round)
      throws NetworkException, GalleryException {
    TokenEncoder open = exact();
    int[] photo = squashed(shown, open);
    PictureEncoder network = PictureEncoder.of(open);
    Faithfulness measured =
        Faithfulness.measure(
            pictures -> {
              round.goOn();
              return network.retrievalTokens(pictures);
            },
            shown.ranking().sketchTokens().retrievalToken(),
            photo,
            shown.explanation().attentionOnPhoto());
    round.tell(evidence -> evidence.show(measured));
  }

  private void leaveStrokesOut(ShownExplanation shown, ExaminationRound round) throws Exception {
    PhotoRetriever retriever = retriever();
    StrokeInfluence.measure(
        shown.sketch(),
        new SketchRasterizer(shown.ink().side()),
        (drawings, whole) -> {
          round.goOn();
          return retriever.standings(drawings, whole, shown.photo().photo()).stream()
              .map(found -> new Standing(found.similarity(), OptionalInt.of(found.rank())))
              .toList();
        },
        influence -> round.tell(evidence -> evidence.show(influence)));
  }

  private void rebuild(ShownExplanation shown, ExaminationRound round)
      throws NetworkException, GalleryException {
    PhotoReader reader = new PhotoReader(SHARPER * shown.ink().side());
    List<RebuiltPhoto> rebuilt = new ArrayList<>();
    rebuilt.add(rebuilt(shown, shown.photo(), shown.explanation(), reader));
    round.tell(evidence -> evidence.showRebuilt(rebuilt));
    List<RankedPhoto> photos = shown.ranking().photos();
    for (RankedPhoto photo : photos.subList(0, Math.min(BEST, photos.size()))) {
      round.goOn();
      rebuilt.add(rebuilt(shown, photo, explanation(shown, photo), reader));
    }
    round.tell(evidence -> evidence.showRebuilt(rebuilt));
  }

  private void lookAround(ShownExplanation shown, ExaminationRound round)
      throws NetworkException, GalleryException {
    TokenEncoder open = exact();
    Optional<float[]> onSketch = new SketchEncoder(open).retrievalAttention(shown.ink());
    if (onSketch.isEmpty()) {
      return;
    }
    float[] pixels = Pixels.ofRgb(squashed(shown, open), open.manifest());
    float[] onPhoto = open.retrievalAttention(List.of(pixels)).getFirst();
    PairAttention looked = PairAttention.of(onSketch.get(), onPhoto, open.manifest().patches());
    round.tell(evidence -> evidence.show(looked));
  }

  private static int[] squashed(ShownExplanation shown, TokenEncoder encoder)
      throws GalleryException {
    return new PhotoReader(encoder.manifest().side()).squashed(shown.photo().photo().path());
  }

  private static RebuiltPhoto rebuilt(
      ShownExplanation shown, RankedPhoto photo, Explanation explanation, PhotoReader reader)
      throws GalleryException {
    int[] squashed = reader.squashed(photo.photo().path());
    return RebuiltPhoto.of(photo, new PatchReplacement(explanation, shown.ink(), squashed));
  }

  /** Why another photo of the ranking was found. */
  Explanation explanation(ShownExplanation shown, RankedPhoto photo)
      throws NetworkException, GalleryException {
    return Explanation.of(retriever().match(shown.ranking(), photo), shown.ink());
  }

  /** How alike sketch and photo are by themselves, without the votes of other photos. */
  double similarity(ShownExplanation shown) throws GalleryException {
    Tokens photo = gallery.tokens(List.of(shown.photo().photo())).getFirst();
    return Tokens.cosine(shown.ranking().sketchTokens().retrievalToken(), photo.retrievalToken());
  }

  private PhotoRetriever retriever() throws NetworkException {
    return new PhotoRetriever(searching(), matcher, gallery);
  }

  private synchronized TokenEncoder searching() throws NetworkException {
    refuseIfClosed();
    if (searching == null) {
      searching = runtime.newEncoder(threads);
    }
    return searching;
  }

  private synchronized TokenEncoder exact() throws NetworkException {
    refuseIfClosed();
    if (exact == null) {
      exact = runtime.newExactEncoder(threads);
    }
    return exact;
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new CancellationException();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (searching != null) {
      searching.close();
    }
    if (exact != null) {
      exact.close();
    }
  }
}
