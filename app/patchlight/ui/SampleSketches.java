package patchlight.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import patchlight.sketch.SketchException;
import patchlight.sketch.SketchReader;
import patchlight.ui.sketch.SampleSketch;

/** The sketches that come with the program, for a newcomer to try. */
final class SampleSketches {
  private static final Logger LOG = LoggerFactory.getLogger(SampleSketches.class);
  private static final String FOLDER = "/patchlight/sketches/";
  private static final List<String> NAMES =
      List.of(
          "mug",
          "apple",
          "lighthouse",
          "chair",
          "mushroom",
          "snowman",
          "donut",
          "hourglass",
          "ice_cream",
          "hot_air_balloon",
          "wine_glass",
          "candle");

  private SampleSketches() {}

  /** All samples that can be read. */
  static List<SampleSketch> all() {
    List<SampleSketch> samples = new ArrayList<>();
    for (String name : NAMES) {
      try {
        samples.add(read(name));
      } catch (SketchException e) {
        // The window is whole without a sample; this one is damaged in the installation.
        LOG.warn("No sample sketch {}", name, e);
      }
    }
    return samples;
  }

  private static SampleSketch read(String name) throws SketchException {
    Path copy = null;
    try (InputStream in = SampleSketches.class.getResourceAsStream(FOLDER + name + ".ndjson")) {
      if (in == null) {
        throw new SketchException("sketch.missing", name);
      }
      copy = Files.createTempFile(name, ".ndjson");
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return new SampleSketch(name.replace('_', ' '), SketchReader.read(copy));
    } catch (IOException e) {
      throw new SketchException("sketch.unreadable", name, e.toString(), e);
    } finally {
      delete(copy);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
