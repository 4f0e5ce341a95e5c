package patchlight.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import patchlight.explanation.Explanation;
import patchlight.explanation.PairAttention;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.network.NetworkException;
import patchlight.network.Pixels;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.retrieval.SketchEncoder;
import patchlight.sketch.InkImage;

/**
 * Explains photos straight from their files, whether a gallery holds them or not.
 *
 * @param encoder of sketch and photo
 * @param matcher of the same network
 * @param reader of photos, for the network's side
 */
record PhotoExplainer(TokenEncoder encoder, RelationMatcher matcher, PhotoReader reader) {
  /** Pixels of the longer side, enough for the picture's panel. */
  private static final int SHOWN_SIDE = 1024;

  ExplainedPhoto explain(InkImage ink, Path photo) throws NetworkException, GalleryException {
    Tokens sketchTokens = new SketchEncoder(encoder).encode(ink);
    int[] squashed = reader.squashed(photo);
    Tokens photoTokens = encoder.encode(Pixels.ofRgb(squashed, encoder.manifest()));
    return new ExplainedPhoto(
        photo,
        Explanation.of(matcher.match(sketchTokens, photoTokens), ink),
        ink,
        sketchTokens,
        photoTokens,
        squashed,
        reader.upright(photo, SHOWN_SIDE));
  }

  /** Where the retrieval token looks on both pictures; empty where the network doesn't tell. */
  Optional<PairAttention> attention(ExplainedPhoto explained) throws NetworkException {
    Optional<float[]> onSketch = new SketchEncoder(encoder).retrievalAttention(explained.ink());
    if (onSketch.isEmpty()) {
      return Optional.empty();
    }
    float[] pixels = Pixels.ofRgb(explained.squashed(), encoder.manifest());
    float[] onPhoto = encoder.retrievalAttention(List.of(pixels)).getFirst();
    return Optional.of(PairAttention.of(onSketch.get(), onPhoto, encoder.manifest().patches()));
  }
}
