package patchlight.network;

import ai.djl.translate.TranslateException;
import java.util.ArrayList;
import java.util.List;

/** Compares a sketch with photos patch by patch. Calls from several threads take turns. */
public final class RelationMatcher implements AutoCloseable {
  /** Bounds the memory of the cross-attention, 2 × N × N values a photo. */
  private static final int PHOTOS_AT_ONCE = 50;

  private final Graph graph;
  private final Manifest manifest;

  RelationMatcher(Graph graph, Manifest manifest) {
    this.graph = graph;
    this.manifest = manifest;
  }

  /**
   * How surely the sketch and each photo show the same kind of thing.
   *
   * @return one score in [0, 1] a photo, in the photos' order
   */
  public float[] relationScores(Tokens sketch, List<Tokens> photos) throws NetworkException {
    float[] scores = new float[photos.size()];
    for (int from = 0; from < photos.size(); from += PHOTOS_AT_ONCE) {
      List<Tokens> some = photos.subList(from, Math.min(from + PHOTOS_AT_ONCE, photos.size()));
      float[] part = run(sketch, some, List.of(manifest.matcher().relationScore())).getFirst();
      System.arraycopy(part, 0, scores, from, part.length);
    }
    return scores;
  }

  /** The score with the cross-attention in both directions. */
  public Match match(Tokens sketch, Tokens photo) throws NetworkException {
    Manifest.Matcher names = manifest.matcher();
    List<float[]> outputs =
        run(
            sketch,
            List.of(photo),
            List.of(names.relationScore(), names.sketchToPhoto(), names.photoToSketch()));
    return new Match(
        outputs.get(0)[0], outputs.get(1), outputs.get(2), manifest.patches(), names.lineTruth());
  }

  @Override
  public void close() {
    graph.close();
  }

  private List<float[]> run(Tokens sketch, List<Tokens> photos, List<String> wanted)
      throws NetworkException {
    int rows = manifest.tokenRows();
    int patchDim = manifest.patchDim();
    int values = rows * patchDim;
    List<float[]> photoTokens = new ArrayList<>(photos.size());
    for (Tokens photo : photos) {
      photoTokens.add(photo.patchTokens());
    }
    Graph.Input sketchInput =
        new Graph.Input(
            manifest.matcher().sketch(),
            DirectFloats.joined(List.of(sketch.patchTokens()), values),
            1,
            rows,
            patchDim);
    Graph.Input photoInput =
        new Graph.Input(
            manifest.matcher().photos(),
            DirectFloats.joined(photoTokens, values),
            photos.size(),
            rows,
            patchDim);
    try {
      return graph.run(new Graph.Question(List.of(sketchInput, photoInput), wanted));
    } catch (TranslateException e) {
      throw new NetworkException(e, "network.matcher.failed", Reason.of(e));
    }
  }
}
