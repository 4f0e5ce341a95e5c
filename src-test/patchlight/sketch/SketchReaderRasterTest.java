package patchlight.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pictures of a known sketch, as other programs, scanners and cameras would make them, against the
 * sketch's own ink.
 */
class SketchReaderRasterTest {
  private static final int SIDE = 224;
  private static final int RGB = BufferedImage.TYPE_INT_RGB;
  private static final Color CLEAR = new Color(0, 0, 0, 0);

  @TempDir Path folder;

  private final Sketch mug = Drawings.mug();
  private final InkImage expected = new SketchRasterizer(SIDE).rasterize(mug);

  @ParameterizedTest
  @CsvSource({
    "800, 1",
    "800, 2",
    "800, 3",
    "800, 5",
    "800, 7",
    "1111, 4",
    "256, 1.5",
    "256, 2.5",
    "2400, 2",
    "2400, 9",
    "4000, 4"
  })
  void anyThinPenGivesTheRasterizersInk(int side, double penWidth) throws Exception {
    InkImage ink = read(painted(side, penWidth, Color.BLACK, Color.WHITE, RGB));

    assertLike(expected, ink, 0.95);
  }

  @ParameterizedTest
  @CsvSource({"800, 9, 0.9", "800, 12, 0.9", "800, 20, 0.85", "800, 32, 0.8", "256, 8, 0.85"})
  void markersLinesAreSlimmedToThePens(int side, double penWidth, double leastCorrelation)
      throws Exception {
    InkImage ink = read(painted(side, penWidth, Color.BLACK, Color.WHITE, RGB));

    double correlation = Drawings.correlation(expected, ink);
    assertTrue(correlation >= leastCorrelation, () -> "correlation " + correlation);
  }

  @ParameterizedTest
  @CsvSource({
    "000000, FFFFFF",
    "FFFFFF, 000000",
    "FFFF00, FFFFFF",
    "FFFFC0, FFFFFF",
    "EEEEEE, FFFFFF",
    "FF0000, 00FF00",
    "808080, FFFFFF",
    "2040C0, FFF4D8",
    "000000, 404040"
  })
  void anyColoursGiveTheSameInk(String pen, String paper) throws Exception {
    InkImage ink = read(painted(800, 4, colour(pen), colour(paper), RGB));

    assertLike(expected, ink, 0.93);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000", "FFFFFF", "FFFF00", "4080FF"})
  void transparentGroundIsPaper(String pen) throws Exception {
    BufferedImage image = painted(800, 4, colour(pen), CLEAR, BufferedImage.TYPE_INT_ARGB);

    assertLike(expected, read(image), 0.93);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_3BYTE_BGR
      })
  void anyPixelLayoutIsRead(int imageType) throws Exception {
    assertLike(expected, read(painted(800, 4, Color.BLACK, Color.WHITE, imageType)), 0.93);
  }

  @Test
  void greyAndColourFilesOfOneDrawingGiveTheSameInk() throws Exception {
    BufferedImage colour = painted(256, 2, Color.BLACK, Color.WHITE, RGB);
    BufferedImage grey = new BufferedImage(256, 256, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256 * 256; i++) {
      grey.getRaster().setSample(i % 256, i / 256, 0, colour.getRGB(i % 256, i / 256) & 0xFF);
    }

    assertEquals(1, Drawings.correlation(read(colour), read(grey)), 1e-6);
  }

  @Test
  void paperGrainIsNoInk() throws Exception {
    BufferedImage image = painted(800, 4, new Color(90, 90, 100), new Color(225, 222, 210), RGB);

    assertLike(expected, read(Drawings.grainy(image, 4)), 0.9);
  }

  @Test
  void grainyBlankPaperIsBlank() throws Exception {
    BufferedImage image = painted(400, 1, Color.GRAY, Color.GRAY, RGB);

    assertTrue(read(Drawings.grainy(image, 4)).isBlank());
  }

  @Test
  void unevenLightIsNoInk() throws Exception {
    BufferedImage image = painted(1000, 6, new Color(40, 40, 60), new Color(235, 232, 225), RGB);

    assertLike(expected, read(Drawings.grainy(Drawings.unevenlyLit(image, 0.3), 3)), 0.9);
  }

  @Test
  void deepShadowOnGreyPencilIsNoInk() throws Exception {
    BufferedImage image = painted(1000, 3, new Color(110, 110, 130), new Color(235, 232, 225), RGB);

    BufferedImage photo = Drawings.grainy(Drawings.unevenlyLit(image, 0.75), 3);

    assertLike(expected, read(photo), 0.95);
  }

  @Test
  void frameAlongTheEdgeIsNoInk() throws Exception {
    BufferedImage image = painted(800, 4, Color.BLACK, Color.WHITE, RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.setStroke(new BasicStroke(6));
    graphics.drawRect(2, 2, 795, 795);

    assertLike(expected, read(image), 0.93);
  }

  @Test
  void filledAreasOfAMarkerStayFilled() throws Exception {
    BufferedImage image = painted(800, 20, Color.BLACK, Color.WHITE, RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.fillRect(350, 450, 100, 100);

    InkImage ink = read(image);

    assertTrue(ink.ink()[155 * SIDE + 93] > 0.9, "the filled square");
  }

  @Test
  void jpegArtefactsAreNoInk() throws Exception {
    BufferedImage image = painted(400, 3, Color.BLACK, Color.WHITE, RGB);
    Path file = Drawings.saved(image, folder.resolve("sketch.jpg"));

    assertLike(expected, SketchReader.readInk(file, SIDE), 0.9);
  }

  @Test
  void specksOfDustDoNotMoveTheDrawing() throws Exception {
    BufferedImage image = painted(800, 4, Color.BLACK, Color.WHITE, RGB);
    image.setRGB(2, 3, 0);
    image.setRGB(790, 795, 0);

    assertLike(expected, read(image), 0.93);
  }

  @Test
  void paleStrokeBesideDarkOnesIsNotCutOff() throws Exception {
    BufferedImage image = painted(800, 4, Color.BLACK, Color.WHITE, RGB);
    Sketch ear = Sketch.BLANK.with(Drawings.arc(450, 430, 60, 60, 0, 360));
    BufferedImage pale = Drawings.painted(ear, 800, 4, new Color(168, 168, 168), Color.WHITE, RGB);
    for (int i = 0; i < 800 * 800; i++) {
      int rgb =
          Math.min(image.getRGB(i % 800, i / 800) & 0xFF, pale.getRGB(i % 800, i / 800) & 0xFF);
      image.setRGB(i % 800, i / 800, rgb * 0x010101);
    }

    Sketch whole = mug.with(ear.strokes().getFirst());
    InkImage all = new SketchRasterizer(SIDE).rasterize(whole);
    assertTrue(Drawings.correlation(all, read(image)) > 0.9);
  }

  @Test
  void drawingsDotsStay() throws Exception {
    Sketch face =
        Sketch.BLANK
            .with(Drawings.arc(200, 200, 150, 150, 0, 360))
            .with(Drawings.line(150, 150, 150.1, 150))
            .with(Drawings.line(250, 150, 250.1, 150));
    BufferedImage image = Drawings.painted(face, 800, 4, Color.BLACK, Color.WHITE, RGB);

    InkImage ink = read(image);

    assertLike(new SketchRasterizer(SIDE).rasterize(face), ink, 0.93);
    assertTrue(ink.ink()[79 * SIDE + 79] > 0.5, "the left eye");
  }

  @Test
  void filledShapeFillsThePicture() throws Exception {
    BufferedImage image = painted(600, 1, Color.WHITE, Color.WHITE, RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.fillRect(100, 200, 300, 200);

    InkImage ink = read(image);

    assertEquals(203.0 * 203 * 2 / 3, Drawings.total(ink), 300);
    assertEquals(1, ink.ink()[112 * SIDE + 112]);
    assertEquals(0, ink.ink()[112 * SIDE + 5]);
  }

  @Test
  void onePixelOfInkIsADot() throws Exception {
    BufferedImage image = painted(300, 1, Color.WHITE, Color.WHITE, RGB);
    image.setRGB(17, 250, 0);

    InkImage dot = new SketchRasterizer(SIDE).rasterize(Sketch.BLANK.with(Drawings.line(5, 5)));
    assertLike(dot, read(image), 0.999);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void pictureOfOneToneIsBlank(int side) throws Exception {
    assertTrue(read(painted(side, 1, Color.BLUE, Color.BLUE, RGB)).isBlank());
  }

  @Test
  void emptyTransparentPictureIsBlank() throws Exception {
    assertTrue(read(painted(40, 1, CLEAR, CLEAR, BufferedImage.TYPE_INT_ARGB)).isBlank());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 4, 10})
  void tracedStrokesGiveThePicturesInk(double penWidth) throws Exception {
    Path file =
        Drawings.saved(
            painted(800, penWidth, Color.BLACK, Color.WHITE, RGB), folder.resolve("a.png"));

    Sketch traced = SketchReader.read(file);

    assertLike(expected, new SketchRasterizer(SIDE).rasterize(traced), 0.85);
    assertTrue(traced.strokes().size() <= 12, () -> traced.strokes().size() + " strokes");
  }

  @Test
  void blankPictureHasNoStrokes() throws Exception {
    Path file =
        Drawings.saved(painted(50, 1, Color.WHITE, Color.WHITE, RGB), folder.resolve("a.png"));

    assertTrue(SketchReader.read(file).isBlank());
  }

  @Test
  void wrongSuffixDoesNoHarm() throws Exception {
    Path png =
        Drawings.saved(painted(800, 4, Color.BLACK, Color.WHITE, RGB), folder.resolve("a.png"));
    Path mislabelled = Files.move(png, folder.resolve("a.svg"));

    assertLike(expected, SketchReader.readInk(mislabelled, SIDE), 0.93);
  }

  private BufferedImage painted(int side, double penWidth, Color pen, Color paper, int imageType) {
    return Drawings.painted(mug, side, penWidth, pen, paper, imageType);
  }

  private InkImage read(BufferedImage image) throws IOException, SketchException {
    return SketchReader.readInk(Drawings.saved(image, folder.resolve("sketch.png")), SIDE);
  }

  /** Same places, and as much ink within a third. */
  private static void assertLike(InkImage expected, InkImage actual, double leastCorrelation) {
    double correlation = Drawings.correlation(expected, actual);
    assertTrue(correlation >= leastCorrelation, () -> "correlation " + correlation);
    assertEquals(1, Drawings.total(actual) / Drawings.total(expected), 0.35);
  }

  private static Color colour(String hex) {
    return new Color(Integer.parseInt(hex, 16));
  }
}
