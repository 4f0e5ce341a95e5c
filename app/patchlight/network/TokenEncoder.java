package patchlight.network;

import ai.djl.translate.TranslateException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns pictures into tokens. Calls from several threads take turns. */
public final class TokenEncoder implements AutoCloseable {
  /** Larger batches measured slower on a processor's caches. */
  private static final int BATCH = 8;

  private final Graph graph;
  private final Manifest manifest;

  TokenEncoder(Graph graph, Manifest manifest) {
    this.graph = graph;
    this.manifest = manifest;
  }

  public Manifest manifest() {
    return manifest;
  }

  /**
   * Encodes one picture.
   *
   * @param pixels one picture as {@link Pixels} makes it, 3 × side × side values
   */
  public Tokens encode(float[] pixels) throws NetworkException {
    return encode(List.of(pixels)).getFirst();
  }

  /**
   * Encodes pictures, a few at a time.
   *
   * @param pixels pictures as {@link Pixels} makes them, each 3 × side × side values
   * @return their tokens in the same order
   */
  public List<Tokens> encode(List<float[]> pixels) throws NetworkException {
    List<Tokens> tokens = new ArrayList<>(pixels.size());
    for (int from = 0; from < pixels.size(); from += BATCH) {
      tokens.addAll(encodeBatch(pixels.subList(from, Math.min(from + BATCH, pixels.size()))));
    }
    return tokens;
  }

  @Override
  public void close() {
    graph.close();
  }

  private List<Tokens> encodeBatch(List<float[]> batch) throws NetworkException {
    FloatBuffer input = DirectFloats.joined(batch, manifest.pixelValues());
    Manifest.Encoder names = manifest.encoder();
    int side = manifest.side();
    List<float[]> outputs;
    try {
      outputs =
          graph.run(
              new Graph.Question(
                  List.of(new Graph.Input(names.input(), input, batch.size(), 3, side, side)),
                  List.of(names.retrievalToken(), names.patchTokens())));
    } catch (TranslateException e) {
      throw new NetworkException(e, "network.encoder.failed", Reason.of(e));
    }
    List<Tokens> tokens = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      tokens.add(
          new Tokens(
              part(outputs.get(0), i, manifest.retrievalDim()),
              part(outputs.get(1), i, manifest.tokenRows() * manifest.patchDim()),
              manifest.tokenRows()));
    }
    return tokens;
  }

  private static float[] part(float[] joined, int index, int length) {
    return Arrays.copyOfRange(joined, index * length, (index + 1) * length);
  }
}
