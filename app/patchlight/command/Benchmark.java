package patchlight.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PictureEncoder;
import patchlight.explanation.Standing;
import patchlight.explanation.StrokeInfluence;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.gallery.GalleryIndexer;
import patchlight.gallery.IndexReport;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.RandomGallery;
import patchlight.gallery.StudioGallery;
import patchlight.messages.Messages;
import patchlight.network.Manifest;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;
import patchlight.retrieval.PhotoRetriever;
import patchlight.retrieval.RankedPhoto;
import patchlight.retrieval.Ranking;
import patchlight.retrieval.SearchTimes;
import patchlight.sketch.InkImage;
import patchlight.sketch.Point;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchRasterizer;
import patchlight.sketch.Stroke;

/** Measures the parts of the main job and the whole of it, on galleries of its own. */
final class Benchmark implements AutoCloseable {
  private static final int TOP = PhotoRetriever.MATCHED;
  private static final int QUERY_PHOTOS = 10_000;
  private static final int INDEXED_PHOTOS = 400;
  private static final long SEED = 7;
  private static final int STROKES = 8;
  private static final int MANY_STROKES = 12;

  private final NetworkRuntime runtime;
  private final Path scratch;
  private final ProgressLine progress;
  private final Manifest manifest;
  private final TokenEncoder encoder;
  private final TokenEncoder exactEncoder;
  private final RelationMatcher matcher;
  private final Random random = new Random(SEED);

  Benchmark(NetworkRuntime runtime, Path scratch, ProgressLine progress) throws NetworkException {
    this.runtime = runtime;
    this.scratch = scratch;
    this.progress = progress;
    this.manifest = runtime.bundle().manifest();
    this.encoder = runtime.newEncoder(NetworkOptions.processors());
    this.exactEncoder = runtime.newExactEncoder(NetworkOptions.processors());
    this.matcher = runtime.newMatcher(NetworkOptions.processors());
  }

  @Override
  public void close() {
    matcher.close();
    exactEncoder.close();
    encoder.close();
  }

  /**
   * Measures everything.
   *
   * @param photos to index; null for copies of the built-in gallery's
   * @param quick leaves the largest gallery out
   */
  BenchReport run(@Nullable Path photos, boolean quick) throws Exception {
    float[] picture = randomPixels();
    List<float[]> eight = Collections.nCopies(8, picture);
    Timing encoderOne = Timing.measure(20, 100, () -> encoder.encode(picture));
    Timing encoderEight = Timing.measure(5, 30, () -> encoder.encode(eight));
    Tokens tokens = encoder.encode(picture);
    List<Tokens> fifty = Collections.nCopies(50, tokens);
    Timing pairs = Timing.measure(10, 60, () -> matcher.relationScores(tokens, fifty));
    SketchRasterizer rasterizer = new SketchRasterizer(manifest.side());
    Timing rasterizing = Timing.measure(200, 500, () -> rasterizer.rasterize(randomSketch()));
    SortedMap<Integer, Timing> nearest = new TreeMap<>();
    for (int size : quick ? List.of(1000, 10_000) : List.of(1000, 10_000, 100_000)) {
      nearest.put(size, nearest(size));
    }
    Query query = query(tokens);
    IndexReport indexing = indexing(photos);
    return new BenchReport(
        machine(),
        encoderOne,
        encoderEight,
        pairs,
        rasterizing,
        nearest,
        query.whole,
        query.parts,
        query.explanation,
        QUERY_PHOTOS,
        indexing.added(),
        indexing.added() / (indexing.took().toNanos() / 1e9));
  }

  private Timing nearest(int size) throws Exception {
    // Patch tokens play no part here, and 100,000 photos' would fill a gigabyte.
    Tokens shape = new Tokens(new float[manifest.retrievalDim()], new float[1], 1);
    try (Gallery gallery = randomGallery(size, shape)) {
      return Timing.measure(
          50,
          200,
          () ->
              gallery.nearest(RandomGallery.retrievalToken(manifest.retrievalDim(), random), TOP));
    }
  }

  private record Query(Timing whole, Map<String, Timing> parts, Map<String, Timing> explanation) {}

  private Query query(Tokens shape) throws Exception {
    SketchRasterizer rasterizer = new SketchRasterizer(manifest.side());
    List<SearchTimes> times = new ArrayList<>();
    List<Double> strokes = new ArrayList<>();
    Map<String, Timing> explanation;
    try (Gallery gallery = randomGallery(QUERY_PHOTOS, shape)) {
      PhotoRetriever retriever = new PhotoRetriever(encoder, matcher, gallery);
      int warmUp = 20;
      for (int i = -warmUp; i < 100; i++) {
        Sketch sketch = randomSketch();
        long start = System.nanoTime();
        InkImage ink = rasterizer.rasterize(sketch);
        long drawn = System.nanoTime();
        SearchTimes found = retriever.search(ink, TOP).times();
        if (i >= 0) {
          strokes.add((drawn - start) / 1e6);
          times.add(found);
        }
      }
      explanation = explanation(retriever);
    }
    double[] rasterize = strokes.stream().mapToDouble(Double::doubleValue).toArray();
    double[] whole = times.stream().mapToDouble(SearchTimes::total).toArray();
    for (int i = 0; i < whole.length; i++) {
      whole[i] += rasterize[i];
    }
    Map<String, Timing> parts = new LinkedHashMap<>();
    parts.put("rasterize", Timing.of(rasterize));
    parts.put("encode", part(times, SearchTimes::encodeMillis));
    parts.put("nearest", part(times, SearchTimes::nearestMillis));
    parts.put("match", part(times, SearchTimes::matchMillis));
    return new Query(Timing.of(whole), parts, explanation);
  }

  /** What tests the explanation of one photo. */
  private Map<String, Timing> explanation(PhotoRetriever retriever) throws Exception {
    SketchRasterizer rasterizer = new SketchRasterizer(manifest.side());
    Sketch sketch = randomSketch(MANY_STROKES);
    Ranking ranking = retriever.search(rasterizer.rasterize(sketch), TOP);
    RankedPhoto photo = ranking.photos().getFirst();
    float[] marked =
        Explanation.of(retriever.match(ranking, photo), ranking.ink()).attentionOnPhoto();
    int[] rgb = random.ints((long) manifest.side() * manifest.side(), 0, 1 << 24).toArray();
    Map<String, Timing> explanation = new LinkedHashMap<>();
    explanation.put(
        "faithfulness",
        Timing.measure(
            1,
            8,
            () ->
                Faithfulness.measure(
                    PictureEncoder.of(exactEncoder),
                    ranking.sketchTokens().retrievalToken(),
                    rgb,
                    marked)));
    explanation.put(
        MANY_STROKES + " strokes left out",
        Timing.measure(
            1,
            8,
            () ->
                StrokeInfluence.measure(
                    sketch,
                    rasterizer,
                    (drawings, whole) ->
                        retriever.standings(drawings, whole, photo.photo()).stream()
                            .map(found ->
                                new Standing(found.similarity(), OptionalInt.of(found.rank())))
                            .toList(),
                    soFar -> {})));
    return explanation;
  }

  private static Timing part(
      List<SearchTimes> times, java.util.function.ToDoubleFunction<SearchTimes> part) {
    return Timing.of(times.stream().mapToDouble(part).toArray());
  }

  private IndexReport indexing(@Nullable Path photos) throws Exception {
    Path folder = photos != null ? photos : copiesOfTheBuiltInPhotos();
    PhotoReader reader = new PhotoReader(manifest.side());
    try (Gallery gallery = Gallery.open(scratch.resolve("indexed"), runtime.bundle().hash())) {
      return new GalleryIndexer(gallery, encoder, reader, NetworkOptions.decodeThreads())
          .index(
              List.of(folder),
              (done, total, current) -> {
                progress.update(Messages.text("command.indexing"), done, total);
                return true;
              });
    }
  }

  /** A photo that the gallery knows by its content is not encoded again, so no copy is exact. */
  private Path copiesOfTheBuiltInPhotos() throws IOException, GalleryException {
    Path originals = StudioGallery.unpack(scratch.resolve("studio"));
    Path copies = Files.createDirectories(scratch.resolve("copies"));
    List<Path> photos;
    try (Stream<Path> files = Files.walk(originals)) {
      photos = files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
    }
    for (int i = 0; i < INDEXED_PHOTOS; i++) {
      Path copy = copies.resolve(i + ".jpg");
      Files.copy(photos.get(i % photos.size()), copy);
      // Bytes behind the end of a JPEG do not change its picture.
      Files.writeString(copy, "copy " + i, StandardOpenOption.APPEND);
    }
    return copies;
  }

  private Gallery randomGallery(int photos, Tokens shape) throws GalleryException {
    String name = photos + "-" + shape.rows();
    Gallery gallery = Gallery.open(scratch.resolve(name), runtime.bundle().hash());
    RandomGallery.fill(
        gallery,
        photos,
        shape,
        SEED,
        (done, total, current) -> {
          progress.update(Messages.text("command.filling", photos), done, total);
          return true;
        });
    return gallery;
  }

  private float[] randomPixels() {
    float[] pixels = new float[manifest.pixelValues()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 2 * random.nextFloat() - 1;
    }
    return pixels;
  }

  /** As much ink as a person draws. */
  private Sketch randomSketch() {
    return randomSketch(STROKES);
  }

  /** Strokes of 40 points that wander. */
  private Sketch randomSketch(int count) {
    List<Stroke> strokes = new ArrayList<>();
    for (int stroke = 0; stroke < count; stroke++) {
      List<Point> points = new ArrayList<>();
      double x = 256 * random.nextDouble();
      double y = 256 * random.nextDouble();
      for (int point = 0; point < 40; point++) {
        points.add(new Point(x, y, 0));
        x += 6 * random.nextGaussian();
        y += 6 * random.nextGaussian();
      }
      strokes.add(new Stroke(points));
    }
    return new Sketch(strokes);
  }

  private Map<String, String> machine() {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("processor", processorName());
    machine.put("processors", NetworkOptions.processors() + " processors");
    machine.put("device", runtime.deviceName());
    machine.put("model", manifest.name() + " " + manifest.version() + " " + runtime.precision());
    machine.put(
        "java",
        "Java " + Runtime.version() + ", " + System.getProperty("os.name", "unknown system"));
    return machine;
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch", "unknown processor"));
    } catch (IOException | java.io.UncheckedIOException noSuchFile) {
      return System.getProperty("os.arch", "unknown processor");
    }
  }
}
