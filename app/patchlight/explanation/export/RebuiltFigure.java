package patchlight.explanation.export;

import static patchlight.explanation.export.Template.escaped;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import patchlight.explanation.PatchReplacement;
import patchlight.messages.Messages;

/**
 * The sketch rebuilt from one or more photos, side by side. On a page a slider blends the photos'
 * patches with the sketch.
 *
 * @param side of each picture
 * @param replacements at least one
 * @param label of a picture, by its index
 */
record RebuiltFigure(int side, List<PatchReplacement> replacements, Function<Integer, String> label)
    implements Figure {

  RebuiltFigure {
    replacements = List.copyOf(replacements);
  }

  @Override
  public int width() {
    return pictures(false).width();
  }

  @Override
  public int height() {
    return pictures(false).height();
  }

  @Override
  public void paint(Graphics2D g) {
    pictures(false).paint(g);
  }

  @Override
  public String onPage(String alternative) {
    return Template.shipped("explanation-blend.html")
        .filled(
            Map.of(
                "figure",
                SvgDrawing.of(pictures(true), alternative),
                "meaning",
                escaped(Messages.text("export.rebuilt.blend")),
                "sketch",
                escaped(Messages.text("export.rebuilt.sketch")),
                "photo",
                escaped(Messages.text("export.rebuilt.photo"))));
  }

  private PanelGrid pictures(boolean overTheSketch) {
    List<PanelGrid.Picture> pictures =
        IntStream.range(0, replacements.size())
            .mapToObj(i -> picture(label.apply(i), replacements.get(i), overTheSketch))
            .toList();
    return new PanelGrid(replacements.size(), side, 1, pictures);
  }

  /** The page's script knows both pictures by their order: the sketch, then the patches. */
  private static PanelGrid.Picture picture(
      String label, PatchReplacement replacement, boolean overTheSketch) {
    return new PanelGrid.Picture(
        label,
        (g, panel) -> {
          if (overTheSketch) {
            panel.draw(g, image(replacement, 0, BufferedImage.TYPE_BYTE_GRAY));
          }
          panel.draw(g, image(replacement, 1, BufferedImage.TYPE_INT_RGB));
        });
  }

  private static BufferedImage image(PatchReplacement replacement, double blend, int type) {
    int side = replacement.side();
    BufferedImage image = new BufferedImage(side, side, type);
    image.setRGB(0, 0, side, side, replacement.picture(blend), 0, side);
    return image;
  }
}
