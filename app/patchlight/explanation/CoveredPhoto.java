package patchlight.explanation;

import java.util.Arrays;

/**
 * A photo of which some patches are covered with its mean colour. A network that does not look at
 * flat patches (decision 16) has nothing left there: the patch is taken away and nothing is put in
 * its place.
 */
final class CoveredPhoto {
  private final int[] rgb;
  private final int side;
  private final int grid;
  private final int cover;

  /**
   * @param rgb side × side values 0xRRGGBB, row by row
   * @param grid patches along one side
   */
  CoveredPhoto(int[] rgb, int grid) {
    this.rgb = rgb;
    this.side = (int) Math.round(Math.sqrt(rgb.length));
    this.grid = grid;
    this.cover = mean(rgb);
  }

  int patches() {
    return grid * grid;
  }

  /** A copy in which the patches {@code order[from]} to {@code order[to - 1]} are covered. */
  int[] covering(int[] order, int from, int to) {
    int[] covered = rgb.clone();
    for (int i = from; i < to; i++) {
      cover(covered, order[i]);
    }
    return covered;
  }

  private void cover(int[] pixels, int patch) {
    int top = patch / grid * side / grid;
    int bottom = (patch / grid + 1) * side / grid;
    int left = patch % grid * side / grid;
    int right = (patch % grid + 1) * side / grid;
    for (int y = top; y < bottom; y++) {
      Arrays.fill(pixels, y * side + left, y * side + right, cover);
    }
  }

  private static int mean(int[] rgb) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int pixel : rgb) {
      red += pixel >> 16 & 0xff;
      green += pixel >> 8 & 0xff;
      blue += pixel & 0xff;
    }
    int pixels = Math.max(1, rgb.length);
    return (int) (red / pixels) << 16 | (int) (green / pixels) << 8 | (int) (blue / pixels);
  }
}
