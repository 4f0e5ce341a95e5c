package patchlight.command;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import patchlight.explanation.Explanation;
import patchlight.explanation.ExplanationPicture;
import patchlight.messages.Messages;
import patchlight.sketch.InkImage;

/**
 * A photo with what there is to say about it.
 *
 * @param path of the photo
 * @param similarity cosine of the retrieval tokens, in [-1, 1]
 * @param explanation of the match
 * @param ink the sketch
 * @param image the photo, upright
 */
record ExplainedPhoto(
    Path path, double similarity, Explanation explanation, InkImage ink, BufferedImage image) {

  /** Similarity, relation score and confidence in one line. */
  String figures() {
    return Messages.text(
        "command.figures", similarity, explanation.relationScore(), explanation.confidence());
  }

  /**
   * Writes the picture of the explanation.
   *
   * @param out a PNG; its folder is made if absent
   * @param lines at most this many correspondences
   * @throws IOException with a message for a person
   */
  void writePicture(Path out, int lines) throws IOException {
    BufferedImage picture =
        new ExplanationPicture(explanation, lines, ink, image).draw(shortName(path), figures());
    try {
      Path folder = out.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (var stream = Files.newOutputStream(out)) {
        ImageIO.write(picture, "png", stream);
      }
    } catch (IOException e) {
      throw new IOException(Messages.text("command.pictureNotWritten", out), e);
    }
  }

  /** The photo's name with its folder's, which is often its category. */
  private static String shortName(Path photo) {
    Path absolute = photo.toAbsolutePath();
    int names = absolute.getNameCount();
    return absolute.subpath(Math.max(0, names - 2), names).toString();
  }
}
