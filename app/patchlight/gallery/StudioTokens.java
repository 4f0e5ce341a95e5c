package patchlight.gallery;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of the program's own photos, made when the program was, so that nobody waits for them
 * at the first start. They belong to the shipped network; for another one there are none, and the
 * photos are encoded like any others.
 */
final class StudioTokens {
  private static final String RESOURCE = "/gallery/tokens.bin";

  private final Map<String, Stored> byContent;

  private record Stored(float[] retrievalToken, byte[] patchTokens) {}

  private StudioTokens(Map<String, Stored> byContent) {
    this.byContent = byContent;
  }

  /**
   * The tokens that a network gave the photos.
   *
   * @param modelHash of the network
   */
  static StudioTokens of(String modelHash) {
    try (InputStream in = StudioTokens.class.getResourceAsStream(RESOURCE)) {
      return new StudioTokens(in == null ? Map.of() : read(in, modelHash));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return byContent.size();
  }

  /** A photo with its tokens, if it is one of the program's own. */
  Optional<PhotoEntry> find(Photo photo) {
    return Optional.ofNullable(byContent.get(photo.contentHash()))
        .map(stored -> new PhotoEntry(photo, stored.retrievalToken(), stored.patchTokens()));
  }

  /** Writes what {@link #of} reads: the network's hash, then each photo's. */
  static void write(OutputStream out, String modelHash, List<PhotoEntry> entries)
      throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeUTF(modelHash);
    data.writeInt(entries.size());
    for (PhotoEntry entry : entries) {
      data.writeUTF(entry.photo().contentHash());
      data.writeInt(entry.retrievalToken().length);
      for (float value : entry.retrievalToken()) {
        data.writeFloat(value);
      }
      data.writeInt(entry.patchTokens().length);
      data.write(entry.patchTokens());
    }
    data.flush();
  }

  private static Map<String, Stored> read(InputStream in, String modelHash) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    if (!data.readUTF().equals(modelHash)) {
      return Map.of();
    }
    int photos = data.readInt();
    Map<String, Stored> byContent = HashMap.newHashMap(photos);
    for (int i = 0; i < photos; i++) {
      String content = data.readUTF();
      float[] token = new float[data.readInt()];
      for (int d = 0; d < token.length; d++) {
        token[d] = data.readFloat();
      }
      byContent.put(content, new Stored(token, data.readNBytes(data.readInt())));
    }
    return byContent;
  }
}
