package patchlight.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** What PyTorch computed with the shipped network (model/patchlight_network/golden.py). */
public final class Golden {
  private Golden() {}

  /** The values of an array that golden.json names. */
  public static float[] values(String name) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".bin")) {
      FloatBuffer buffer =
          ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
    }
  }
}
