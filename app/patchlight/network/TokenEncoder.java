package patchlight.network;

import ai.djl.translate.TranslateException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns pictures into tokens. Calls from several threads take turns. */
public final class TokenEncoder implements AutoCloseable {
  private final Graph graph;
  private final Manifest manifest;
  private final int batch;

  /**
   * @param batch pictures that are encoded at once. An integer graph takes its scales from all that
   *     it is given, so it must be asked for one picture at a time, or a picture's tokens would
   *     depend on its company
   */
  TokenEncoder(Graph graph, Manifest manifest, int batch) {
    this.graph = graph;
    this.manifest = manifest;
    this.batch = batch;
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
    for (int from = 0; from < pixels.size(); from += batch) {
      tokens.addAll(encodeBatch(pixels.subList(from, Math.min(from + batch, pixels.size()))));
    }
    return tokens;
  }

  /**
   * Where the retrieval tokens of pictures looked.
   *
   * @param pixels pictures as {@link Pixels} makes them, each 3 × side × side values
   * @return for each picture {@code heads * patches} values, one head after the other, each value
   *     the share that the retrieval token gave to a patch; empty where the network doesn't tell
   */
  public List<float[]> retrievalAttention(List<float[]> pixels) throws NetworkException {
    if (manifest.encoder().retrievalAttention().isEmpty()) {
      return List.of();
    }
    List<String> wanted = List.of(manifest.encoder().retrievalAttention().get());
    List<float[]> attention = new ArrayList<>(pixels.size());
    for (int from = 0; from < pixels.size(); from += batch) {
      List<float[]> some = pixels.subList(from, Math.min(from + batch, pixels.size()));
      float[] joined = run(some, wanted).getFirst();
      for (int i = 0; i < some.size(); i++) {
        attention.add(part(joined, i, joined.length / some.size()));
      }
    }
    return attention;
  }

  @Override
  public void close() {
    graph.close();
  }

  private List<Tokens> encodeBatch(List<float[]> some) throws NetworkException {
    Manifest.Encoder names = manifest.encoder();
    List<float[]> outputs = run(some, List.of(names.retrievalToken(), names.patchTokens()));
    List<Tokens> tokens = new ArrayList<>(some.size());
    for (int i = 0; i < some.size(); i++) {
      tokens.add(
          new Tokens(
              part(outputs.get(0), i, manifest.retrievalDim()),
              part(outputs.get(1), i, manifest.tokenRows() * manifest.patchDim()),
              manifest.tokenRows()));
    }
    return tokens;
  }

  private List<float[]> run(List<float[]> some, List<String> wanted) throws NetworkException {
    FloatBuffer input = DirectFloats.joined(some, manifest.pixelValues());
    int side = manifest.side();
    Graph.Input pixels =
        new Graph.Input(manifest.encoder().input(), input, some.size(), 3, side, side);
    try {
      return graph.run(new Graph.Question(List.of(pixels), wanted));
    } catch (TranslateException e) {
      throw new NetworkException(e, "network.encoder.failed", Reason.of(e));
    }
  }

  private static float[] part(float[] joined, int index, int length) {
    return Arrays.copyOfRange(joined, index * length, (index + 1) * length);
  }
}
