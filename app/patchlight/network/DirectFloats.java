package patchlight.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** Arrays joined outside the heap, where ONNX Runtime reads them without another copy. */
final class DirectFloats {
  private DirectFloats() {}

  /**
   * @param arrays each of {@code length} values
   */
  static FloatBuffer joined(List<float[]> arrays, int length) {
    FloatBuffer joined =
        ByteBuffer.allocateDirect(Math.multiplyExact(arrays.size() * length, Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    for (float[] array : arrays) {
      if (array.length != length) {
        throw new IllegalArgumentException(
            "The network takes " + length + " values, not " + array.length);
      }
      joined.put(array);
    }
    return joined.flip();
  }
}
