package patchlight.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {
  private static final Path GOLDEN = Path.of("src-test/golden/photos");

  private final PhotoReader reader = new PhotoReader(32);

  @TempDir Path folder;

  @Test
  void emptyFileIsRefused() throws IOException {
    assertRefused("gallery.photo.empty", Files.createFile(folder.resolve("empty.jpg")));
  }

  @Test
  void textIsNoPhoto() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.jpg"), "Dear photographer, ".repeat(50));

    assertRefused("gallery.photo.notAPhoto", text);
  }

  @Test
  void fileThatIsGoneIsRefused() {
    assertRefused("gallery.photo.gone", folder.resolve("gone.jpg"));
  }

  @Test
  void fileThatMayNotBeReadIsRefused() throws IOException {
    Path secret = Pictures.write(folder.resolve("secret.png"), 1);
    assumeFalse(
        !secret.toFile().setReadable(false) || Files.isReadable(secret),
        "this user may read everything");

    assertRefused("gallery.photo.denied", secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"turned-1.jpg", "progressive.jpg", "lossless.webp"})
  void cutOffPhotoIsRefused(String name) throws IOException {
    assertRefused("gallery.photo.cutOff", cutCopy(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb.png", "plain.bmp", "lzw.tif", "still.gif"})
  void photoWhoseEndIsMissingIsRefused(String name) throws IOException {
    assertRefused("gallery.photo.damaged", cutCopy(name));
  }

  @Test
  void jpegThatLacksOnlyItsEndMarkerIsRead() throws GalleryException, IOException {
    byte[] whole = Files.readAllBytes(GOLDEN.resolve("turned-1.jpg"));
    Path shorter =
        Files.write(folder.resolve("shorter.jpg"), Arrays.copyOf(whole, whole.length - 2));

    assertEquals(32 * 32, reader.squashed(shorter).length);
  }

  @Test
  void sizeIsReadBeforeTheHundredMegapixelsThatFollow() throws IOException {
    assertRefused("gallery.photo.huge", headOfBmp(20_000, 5_001));
  }

  @Test
  void hugePhotoIsToldWithItsSize() throws IOException {
    Path huge = headOfBmp(20_000, 5_001);

    GalleryException refused = assertThrows(GalleryException.class, () -> reader.squashed(huge));

    assertTrue(refused.getMessage().contains("20,000 × 5,001"), refused.getMessage());
  }

  @Test
  void uprightKeepsTheProportion() throws GalleryException, IOException {
    Path wide = Pictures.write(folder.resolve("wide.png"), 1, 400, 100);

    assertSize(200, 50, reader.upright(wide, 200));
  }

  @Test
  void uprightNeverEnlarges() throws GalleryException, IOException {
    Path small = Pictures.write(folder.resolve("small.png"), 1, 40, 30);

    assertSize(40, 30, reader.upright(small, 200));
  }

  @Test
  void uprightTurnsAsTheCameraSays() throws GalleryException {
    assertSize(57, 90, reader.upright(GOLDEN.resolve("turned-6.jpg"), 200));
  }

  @Test
  void largePhotoReadWithPixelsLeftOutLooksTheSame() throws GalleryException, IOException {
    Path large = Pictures.write(folder.resolve("large.png"), 5, 3000, 2000);

    int[] quick = reader.squashed(large);
    int[] thorough = RgbPicture.of(ImageIO.read(large.toFile())).resized(32, 32).rgb();

    long difference = 0;
    for (int i = 0; i < quick.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        difference += Math.abs((quick[i] >> shift & 0xff) - (thorough[i] >> shift & 0xff));
      }
    }
    assertTrue(difference / (3.0 * quick.length) < 2, "mean difference " + difference);
  }

  private void assertRefused(String key, Path photo) {
    assertEquals(
        key, assertThrows(GalleryException.class, () -> reader.squashed(photo)).messageKey());
    assertEquals(
        key, assertThrows(GalleryException.class, () -> reader.upright(photo, 64)).messageKey());
  }

  private Path cutCopy(String name) throws IOException {
    return Pictures.cut(Files.copy(GOLDEN.resolve(name), folder.resolve(name)));
  }

  /** The first 54 bytes of a picture that would go on for 300 MB. */
  private Path headOfBmp(int width, int height) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
    head.put("BM".getBytes(StandardCharsets.US_ASCII)).putInt(54 + 3 * width * height);
    head.putInt(0).putInt(54).putInt(40).putInt(width).putInt(height);
    head.putShort((short) 1).putShort((short) 24);
    return Files.write(folder.resolve("huge.bmp"), head.array());
  }

  private static void assertSize(int width, int height, BufferedImage image) {
    assertEquals(width + " × " + height, image.getWidth() + " × " + image.getHeight());
  }
}
