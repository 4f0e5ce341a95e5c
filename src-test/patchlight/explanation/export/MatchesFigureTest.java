package patchlight.explanation.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import patchlight.explanation.Explanation;
import patchlight.network.Match;
import patchlight.sketch.InkImage;

class MatchesFigureTest {
  private static final int PATCHES = 196;
  private static final Color GROUND = new Color(1, 2, 3);

  /** A point of the photo panel, right of the sketch's and the gap, away from its frame. */
  private static final int PHOTO_X = 770;

  private static final int PHOTO_Y = 210;

  @Test
  void uniformAttentionLeavesThePhotoAsItIs() {
    BufferedImage picture = picture(uniform(), blank(), photo(400, 400), 12);
    assertEquals(Color.GRAY.getRGB(), picture.getRGB(PHOTO_X, PHOTO_Y));
  }

  @Test
  void attentionAboveChanceWarmsThePhoto() {
    float[] focused = uniform();
    // All rows look at the whole middle band, where the probed point lies.
    for (int row = 0; row < PATCHES; row++) {
      Arrays.fill(focused, row * PATCHES, (row + 1) * PATCHES, 0);
      Arrays.fill(focused, row * PATCHES + 70, row * PATCHES + 112, 1 / 42f);
    }
    BufferedImage picture = picture(focused, full(), photo(400, 400), 0);
    Color warmed = new Color(picture.getRGB(PHOTO_X, PHOTO_Y));
    assertTrue(warmed.getRed() > warmed.getBlue() + 40, warmed.toString());
  }

  @Test
  void inkIsDrawnDarkOnWhite() {
    assertEquals(
        Color.BLACK.getRGB(), picture(uniform(), full(), photo(10, 10), 0).getRGB(200, 300));
    assertEquals(
        Color.WHITE.getRGB(), picture(uniform(), blank(), photo(10, 10), 0).getRGB(200, 300));
  }

  @Test
  void aCorrespondenceIsDrawn() {
    BufferedImage with = picture(uniform(), full(), photo(400, 400), 1);
    BufferedImage without = picture(uniform(), full(), photo(400, 400), 0);
    // Between the panels only lines are drawn.
    boolean crossed = false;
    for (int y = 0; y < with.getHeight(); y++) {
      crossed |= with.getRGB(494, y) != without.getRGB(494, y);
    }
    assertTrue(crossed);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4000, 10", "10, 4000", "64, 48"})
  void photosOfAnyShapeFitTheirPanel(int width, int height) {
    BufferedImage picture = picture(uniform(), full(), photo(width, height), 12);
    for (int y = 0; y < picture.getHeight(); y++) {
      assertEquals(GROUND.getRGB(), picture.getRGB(picture.getWidth() - 1, y));
    }
    assertNotEquals(GROUND.getRGB(), picture.getRGB(570, 226));
  }

  private static BufferedImage picture(
      float[] attention, InkImage ink, BufferedImage photo, int lines) {
    Explanation explanation = Explanation.of(new Match(0.5f, attention, uniform(), PATCHES), ink);
    MatchesFigure figure = new MatchesFigure(explanation, lines, ink, photo);
    BufferedImage picture =
        new BufferedImage(figure.width(), figure.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setColor(GROUND);
    g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    figure.paint(g);
    g.dispose();
    return picture;
  }

  private static BufferedImage photo(int width, int height) {
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        photo.setRGB(x, y, Color.GRAY.getRGB());
      }
    }
    return photo;
  }

  private static float[] uniform() {
    float[] rows = new float[PATCHES * PATCHES];
    Arrays.fill(rows, 1f / PATCHES);
    return rows;
  }

  private static InkImage blank() {
    return new InkImage(28, new float[28 * 28]);
  }

  private static InkImage full() {
    float[] ink = new float[28 * 28];
    Arrays.fill(ink, 1);
    return new InkImage(28, ink);
  }
}
