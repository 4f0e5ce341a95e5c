package patchlight.command;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import patchlight.explanation.Explanation;
import patchlight.explanation.PatchReplacement;
import patchlight.explanation.export.ExplanationExport;
import patchlight.messages.Messages;
import patchlight.network.Tokens;
import patchlight.sketch.InkImage;

/**
 * A photo with what there is to say about it.
 *
 * @param path of the photo
 * @param explanation of the match
 * @param ink the sketch
 * @param sketchTokens its tokens
 * @param photoTokens the photo's
 * @param squashed the photo as the network saw it: side × side values 0xRRGGBB, row by row
 * @param image the photo, upright
 */
record ExplainedPhoto(
    Path path,
    Explanation explanation,
    InkImage ink,
    Tokens sketchTokens,
    Tokens photoTokens,
    int[] squashed,
    BufferedImage image) {

  /** Cosine of the retrieval tokens, in [-1, 1]. */
  double similarity() {
    return similarityTo(sketchTokens);
  }

  /** The photo's similarity to another drawing. */
  double similarityTo(Tokens drawing) {
    return Tokens.cosine(drawing.retrievalToken(), photoTokens.retrievalToken());
  }

  /** Similarity, relation score and confidence in one line. */
  String figures() {
    return Messages.text(
        "command.figures", similarity(), explanation.relationScore(), explanation.confidence());
  }

  /**
   * The matches, ready to be written.
   *
   * @param lines at most this many correspondences
   */
  ExplanationExport export(int lines) {
    return ExplanationExport.of(name(), figures(), explanation, lines, ink, image);
  }

  /** The sketch rebuilt from the photo. */
  PatchReplacement rebuilt() {
    return new PatchReplacement(explanation, ink, squashed);
  }

  /** The photo's name with its folder's, which is often its category. */
  String name() {
    Path absolute = path.toAbsolutePath();
    int names = absolute.getNameCount();
    return absolute.subpath(Math.max(0, names - 2), names).toString();
  }
}
