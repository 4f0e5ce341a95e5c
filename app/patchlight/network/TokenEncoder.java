package patchlight.network;

import ai.djl.translate.TranslateException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** Turns pictures into tokens. Calls from any threads. */
public final class TokenEncoder implements AutoCloseable {
  private final Graph one;
  private final Graph several;
  private final int batch;
  private final int lanes;
  private final Manifest manifest;

  private TokenEncoder(Graph one, Graph several, int batch, int lanes, Manifest manifest) {
    this.one = one;
    this.several = several;
    this.batch = batch;
    this.lanes = lanes;
    this.manifest = manifest;
  }

  /**
   * Encodes pictures in batches, each on all of the graph's threads.
   *
   * @param batch pictures in a batch at most
   */
  static TokenEncoder inBatches(Graph graph, int batch, Manifest manifest) {
    return new TokenEncoder(graph, graph, batch, 1, manifest);
  }

  /**
   * Encodes each picture by itself. An integer graph takes its scales from all that it is given, so
   * in a batch a picture's tokens would depend on its company.
   *
   * @param one runs on all threads, for a picture that comes alone
   * @param several the same graph with a thread for each of its lanes
   * @param lanes of {@code several}
   */
  static TokenEncoder oneByOne(Graph one, Graph several, int lanes, Manifest manifest) {
    return new TokenEncoder(one, several, 1, lanes, manifest);
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
    if (pixels.size() == 1) {
      return encodeBatch(one, pixels);
    }
    List<Callable<List<Tokens>>> batches = new ArrayList<>();
    for (int from = 0; from < pixels.size(); from += batch) {
      List<float[]> some = pixels.subList(from, Math.min(from + batch, pixels.size()));
      batches.add(() -> encodeBatch(several, some));
    }
    List<Tokens> tokens = new ArrayList<>(pixels.size());
    for (List<Tokens> some : SideBySide.run(batches, lanes, NetworkException.class)) {
      tokens.addAll(some);
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
      float[] joined = run(several, some, wanted).getFirst();
      for (int i = 0; i < some.size(); i++) {
        attention.add(part(joined, i, joined.length / some.size()));
      }
    }
    return attention;
  }

  @Override
  public void close() {
    one.close();
    if (several != one) {
      several.close();
    }
  }

  private List<Tokens> encodeBatch(Graph graph, List<float[]> some) throws NetworkException {
    Manifest.Encoder names = manifest.encoder();
    List<float[]> outputs = run(graph, some, List.of(names.retrievalToken(), names.patchTokens()));
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

  private List<float[]> run(Graph graph, List<float[]> some, List<String> wanted)
      throws NetworkException {
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
