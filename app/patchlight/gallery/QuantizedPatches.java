package patchlight.gallery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Patch tokens in 8 bits, a quarter of their size: each token is divided by its own largest value,
 * so that a faint patch keeps as many levels as a strong one. The rounding error of a value is at
 * most 1/254 of the largest value of its token.
 *
 * <p>Layout, little-endian: patches (int), a scale (float) for each patch, the rounded values patch
 * by patch.
 */
final class QuantizedPatches {
  private static final int LEVELS = 127;

  private QuantizedPatches() {}

  /**
   * @param patchTokens patch by patch, {@code patches * patchDim} values
   */
  static byte[] encode(float[] patchTokens, int patches) {
    int patchDim = patchTokens.length / patches;
    byte[] bytes = new byte[Integer.BYTES + patches * Float.BYTES + patchTokens.length];
    ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(patches);
    int at = Integer.BYTES + patches * Float.BYTES;
    for (int patch = 0; patch < patches; patch++) {
      int from = patch * patchDim;
      float scale = largest(patchTokens, from, patchDim) / LEVELS;
      head.putFloat(scale);
      float inverse = scale == 0 ? 0 : 1 / scale;
      for (int i = 0; i < patchDim; i++) {
        bytes[at + from + i] = (byte) Math.round(patchTokens[from + i] * inverse);
      }
    }
    return bytes;
  }

  /** How many patches {@link #encode} was given. */
  static int patches(byte[] bytes, int offset) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
  }

  /** The values again, patch by patch. */
  static float[] decode(byte[] bytes, int offset, int length) {
    ByteBuffer head = ByteBuffer.wrap(bytes, offset, length).order(ByteOrder.LITTLE_ENDIAN);
    int patches = head.getInt();
    int at = offset + Integer.BYTES + patches * Float.BYTES;
    float[] values = new float[offset + length - at];
    int patchDim = values.length / patches;
    for (int patch = 0; patch < patches; patch++) {
      float scale = head.getFloat();
      for (int i = patch * patchDim; i < (patch + 1) * patchDim; i++) {
        values[i] = bytes[at + i] * scale;
      }
    }
    return values;
  }

  private static float largest(float[] values, int from, int length) {
    float largest = 0;
    for (int i = from; i < from + length; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return largest;
  }
}
