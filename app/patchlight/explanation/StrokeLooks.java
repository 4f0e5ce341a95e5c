package patchlight.explanation;

import java.util.List;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchRasterizer;

/**
 * Where on the photo each stroke of a sketch looks.
 *
 * @param sketch the strokes
 * @param explanation of the match of the whole sketch
 * @param side pixels a side of the picture of the sketch that was matched
 */
public record StrokeLooks(Sketch sketch, Explanation explanation, int side) {
  /** Patches along one side of the photo. */
  public int grid() {
    return explanation.grid();
  }

  /**
   * Where one stroke looks.
   *
   * @return as {@link Explanation#attentionOnPhoto(patchlight.sketch.InkImage)}
   */
  public float[] attentionOnPhoto(int stroke) {
    SketchRasterizer rasterizer = new SketchRasterizer(side);
    Sketch alone = new Sketch(List.of(sketch.strokes().get(stroke)));
    return explanation.attentionOnPhoto(rasterizer.rasterize(alone, rasterizer.placement(sketch)));
  }
}
