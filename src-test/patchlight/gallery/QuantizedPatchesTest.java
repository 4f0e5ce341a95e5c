package patchlight.gallery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantizedPatchesTest {
  @Test
  void faintPatchKeepsAsManyLevelsAsAStrongOne() {
    float[] values = new float[196 * 64];
    Random random = new Random(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * (i / 64 % 2 == 0 ? 10 : 0.001f);
    }

    byte[] bytes = QuantizedPatches.encode(values, 196);
    float[] decoded = QuantizedPatches.decode(bytes, 0, bytes.length);

    for (int patch = 0; patch < 196; patch++) {
      float largest = 0;
      for (int i = patch * 64; i < (patch + 1) * 64; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      for (int i = patch * 64; i < (patch + 1) * 64; i++) {
        assertEquals(values[i], decoded[i], largest / 253, "value " + i);
      }
    }
  }

  @Test
  void patchOfZerosStaysZero() {
    byte[] bytes = QuantizedPatches.encode(new float[] {0, 0, 1, -1}, 2);

    assertArrayEquals(
        new float[] {0, 0, 1, -1}, QuantizedPatches.decode(bytes, 0, bytes.length), 1e-6f);
  }

  @Test
  void photoTakesThirteenKilobytes() {
    assertEquals(4 + 196 * 4 + 196 * 64, QuantizedPatches.encode(new float[196 * 64], 196).length);
  }
}
