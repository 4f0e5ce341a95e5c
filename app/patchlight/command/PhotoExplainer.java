package patchlight.command;

import java.nio.file.Path;
import patchlight.explanation.Explanation;
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
    Tokens photoTokens = encoder.encode(Pixels.ofRgb(reader.squashed(photo), encoder.manifest()));
    return new ExplainedPhoto(
        photo,
        cosine(sketchTokens.retrievalToken(), photoTokens.retrievalToken()),
        Explanation.of(matcher.match(sketchTokens, photoTokens), ink),
        ink,
        reader.upright(photo, SHOWN_SIDE));
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
