package patchlight.sketch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleSketchesTest {
  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets/patchlight/sketches"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sampleHasStrokesInTheOrderOfTheirTimes(Path sample) throws Exception {
    Sketch sketch = SketchReader.read(sample);

    assertTrue(sketch.strokes().size() >= 3, sketch::toString);
    long before = -1;
    for (Stroke stroke : sketch.strokes()) {
      assertTrue(stroke.points().getFirst().millis() > before, stroke::toString);
      before = stroke.points().getLast().millis();
    }
  }
}
