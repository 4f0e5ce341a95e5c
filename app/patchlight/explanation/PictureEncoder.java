package patchlight.explanation;

import java.util.List;
import patchlight.network.NetworkException;
import patchlight.network.Pixels;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;

/** Photos in, retrieval tokens out: all that an explanation needs of a network to be tested. */
@FunctionalInterface
public interface PictureEncoder {
  /**
   * Encodes a few pictures.
   *
   * @param pictures each side × side values 0xRRGGBB, row by row
   * @return their retrieval tokens, L2-normalised, in the same order
   * @throws java.util.concurrent.CancellationException where nobody waits for them any more
   */
  List<float[]> retrievalTokens(List<int[]> pictures) throws NetworkException;

  /** A network's own encoder. */
  static PictureEncoder of(TokenEncoder encoder) {
    return pictures -> {
      List<float[]> pixels =
          pictures.stream().map(rgb -> Pixels.ofRgb(rgb, encoder.manifest())).toList();
      return encoder.encode(pixels).stream().map(Tokens::retrievalToken).toList();
    };
  }
}
