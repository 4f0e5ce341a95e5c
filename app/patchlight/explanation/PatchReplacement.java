package patchlight.explanation;

import patchlight.sketch.InkImage;

/**
 * The sketch rebuilt from a photo: each patch with ink is replaced by the photo patch that it looks
 * at most (ZSE-SBIR, arXiv 2303.14348, figure 1 and section 4). What the network takes for a wheel
 * then stands where the wheel was drawn.
 */
public final class PatchReplacement {
  private static final int WHITE = 0xffffff;

  private final Explanation explanation;
  private final InkImage ink;
  private final int[] photo;
  private final int side;

  /**
   * A sketch and the photo to rebuild it from.
   *
   * @param ink the sketch that was matched, of any side
   * @param photo squashed to a square: side × side values 0xRRGGBB, row by row, of any side
   */
  public PatchReplacement(Explanation explanation, InkImage ink, int[] photo) {
    this.explanation = explanation;
    this.ink = ink;
    this.photo = photo;
    this.side = (int) Math.round(Math.sqrt(photo.length));
  }

  /** Pixels along one side of the picture, those of the photo. */
  public int side() {
    return side;
  }

  /**
   * The rebuilt picture.
   *
   * @param blend 0 shows the sketch alone, 1 the photo's patches alone
   * @return side × side values 0xRRGGBB, row by row; white where there is no ink
   */
  public int[] picture(double blend) {
    int grid = explanation.grid();
    int[] picture = new int[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int row = y * grid / side;
        int column = x * grid / side;
        int patch = row * grid + column;
        int drawn = sketchPixel(x, y);
        picture[y * side + x] =
            explanation.inked(patch)
                ? mixed(drawn, photoPixel(patch, x - start(column), y - start(row)), blend)
                : mixed(drawn, WHITE, blend);
      }
    }
    return picture;
  }

  /** The first pixel of a row or column of patches. */
  private int start(int patch) {
    return (patch * side + explanation.grid() - 1) / explanation.grid();
  }

  private int photoPixel(int sketchPatch, int x, int y) {
    int answer = explanation.answer(sketchPatch);
    int photoX = Math.min(start(answer % explanation.grid()) + x, side - 1);
    int photoY = Math.min(start(answer / explanation.grid()) + y, side - 1);
    return photo[photoY * side + photoX] & WHITE;
  }

  private int sketchPixel(int x, int y) {
    float value = ink.ink()[y * ink.side() / side * ink.side() + x * ink.side() / side];
    int grey = Math.round(255 * (1 - Math.clamp(value, 0f, 1f)));
    return grey << 16 | grey << 8 | grey;
  }

  private static int mixed(int from, int to, double part) {
    return channel(from, to, part, 16) | channel(from, to, part, 8) | channel(from, to, part, 0);
  }

  private static int channel(int from, int to, double part, int shift) {
    int a = from >> shift & 0xff;
    int b = to >> shift & 0xff;
    return (int) Math.round(a + part * (b - a)) << shift;
  }
}
