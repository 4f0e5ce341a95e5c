package patchlight.explanation.export;

import static patchlight.explanation.export.Template.escaped;

import java.awt.Graphics2D;
import java.util.Map;
import patchlight.explanation.StrokeLooks;
import patchlight.messages.Messages;

/**
 * A sketch's strokes, and the photo, warm where one of them looks. On a page any stroke can be
 * pointed at, and both pictures stand below each other where there is little room.
 *
 * @param strokes the strokes
 * @param looks where each of them looks
 * @param photo the photo
 */
record StrokesOnPhoto(StrokesFigure strokes, StrokeLooks looks, WarmPhoto photo) implements Figure {
  private static final int GAP = 16;

  @Override
  public int width() {
    return strokes.width() + GAP + photo.width();
  }

  @Override
  public int height() {
    return Math.max(strokes.height(), photo.height());
  }

  @Override
  public void paint(Graphics2D g) {
    strokes.paint(g);
    int left = strokes.width() + GAP;
    g.translate(left, 0);
    photo.paint(g);
    g.translate(-left, 0);
  }

  @Override
  public String onPage(String alternative) {
    return Template.shipped("explanation-strokes.html")
        .filled(
            Map.of(
                "strokes",
                SvgDrawing.of(strokes, alternative, strokes.parts(looks)),
                "photo",
                SvgDrawing.of(photo, photo.words()),
                "looks",
                escaped(Messages.text("export.strokes.thisLooks")),
                "hint",
                escaped(Messages.text("export.strokes.point"))));
  }
}
