package patchlight.gallery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photos for tests, made on the spot. */
final class Pictures {
  private Pictures() {}

  /** Writes a picture that differs for each seed; its kind is the suffix. */
  static Path write(Path file, int seed) throws IOException {
    return write(file, seed, 96, 64);
  }

  static Path write(Path file, int seed, int width, int height) throws IOException {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < 12; i++) {
      graphics.setColor(new Color(random.nextInt(0x1000000)));
      graphics.fillOval(
          random.nextInt(width), random.nextInt(height), width / 2 + 1, height / 2 + 1);
    }
    graphics.dispose();
    Files.createDirectories(file.getParent());
    String name = file.getFileName().toString();
    String kind = name.substring(name.lastIndexOf('.') + 1);
    if (!ImageIO.write(image, kind, file.toFile())) {
      throw new IOException("No writer for " + kind);
    }
    return file;
  }

  /** Keeps the first half of a file. */
  static Path cut(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    return Files.write(file, half);
  }
}
