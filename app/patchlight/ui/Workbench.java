package patchlight.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import patchlight.explanation.Explanation;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.gallery.GalleryIndexer;
import patchlight.gallery.GalleryPlace;
import patchlight.gallery.IndexProgress;
import patchlight.gallery.IndexReport;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.StudioGallery;
import patchlight.network.DevicePreference;
import patchlight.network.Manifest;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.network.RelationMatcher;
import patchlight.network.TokenEncoder;
import patchlight.retrieval.PhotoRetriever;
import patchlight.retrieval.Ranking;
import patchlight.settings.UserFolders;
import patchlight.sketch.Sketch;
import patchlight.sketch.SketchRasterizer;
import patchlight.ui.explanation.ShownExplanation;

/**
 * All that is heavy behind the window: the network and the gallery. Opened, searched and closed on
 * the search thread, where its encoder and matcher live; indexing makes an encoder of its own.
 */
final class Workbench implements AutoCloseable {
  /** Photos in a ranking. */
  static final int TOP = 120;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** More threads than this do not make one small picture faster. */
  private static final int SEARCH_THREADS = Math.clamp(CORES - 1L, 1, 4);

  private final NetworkRuntime runtime;
  private final TokenEncoder encoder;
  private final RelationMatcher matcher;
  private final Gallery gallery;
  private final PhotoRetriever retriever;
  private final SketchRasterizer rasterizer;
  private final Examiner examiner;

  private Workbench(NetworkRuntime runtime, Gallery gallery) throws NetworkException {
    this.runtime = runtime;
    this.gallery = gallery;
    encoder = runtime.newEncoder(SEARCH_THREADS);
    matcher = runtime.newMatcher(SEARCH_THREADS);
    retriever = new PhotoRetriever(encoder, matcher, gallery);
    rasterizer = new SketchRasterizer(encoder.manifest().side());
    examiner = new Examiner(runtime, matcher, gallery, CORES);
  }

  /**
   * Makes a network ready, and opens the index that it has of the person's photos.
   *
   * @throws NetworkException if the network cannot run
   * @throws GalleryException if the index can neither be read nor made
   */
  static Workbench open(UserFolders folders, ModelBundle bundle, DevicePreference device)
      throws NetworkException, GalleryException {
    NetworkRuntime runtime = new NetworkRuntime(bundle, device);
    Gallery gallery = Gallery.open(GalleryPlace.of(folders.data(), bundle), bundle.hash());
    return new Workbench(runtime, gallery);
  }

  Manifest network() {
    return encoder.manifest();
  }

  String precision() {
    return runtime.precision();
  }

  String deviceName() {
    return runtime.deviceName();
  }

  /** What the person should know of the device, if anything. */
  Optional<String> deviceNote() {
    return runtime.note();
  }

  Gallery gallery() {
    return gallery;
  }

  /** The photos that fit a sketch. On the search thread. */
  Ranking search(Sketch sketch) throws NetworkException, GalleryException {
    return retriever.search(rasterizer.rasterize(sketch), TOP);
  }

  /** Why one photo of a ranking was found. On the search thread. */
  ShownExplanation explain(SearchSession.Question question)
      throws NetworkException, GalleryException {
    Ranking ranking = question.ranking();
    Explanation explanation =
        Explanation.of(retriever.match(ranking, question.photo()), ranking.ink());
    return new ShownExplanation(question.photo(), question.sketch(), ranking, explanation);
  }

  /** Tests explanations, on a thread of its own while searches go on. */
  Examiner examiner() {
    return examiner;
  }

  /** Brings folders of the gallery up to date. On the indexing thread. */
  IndexReport index(List<Path> folders, IndexProgress progress)
      throws NetworkException, GalleryException {
    try (TokenEncoder own = runtime.newEncoder(CORES)) {
      PhotoReader reader = new PhotoReader(network().side());
      return new GalleryIndexer(gallery, own, reader, CORES).index(folders, progress);
    }
  }

  /** The folder that the built-in gallery's photos are put into. */
  static Path studioFolder(UserFolders folders) {
    return folders.data().resolve("studio").toAbsolutePath().normalize();
  }

  /** Puts the built-in gallery's photos into their folder. */
  static Path unpackStudio(UserFolders folders) throws GalleryException {
    return StudioGallery.unpack(studioFolder(folders));
  }

  @Override
  public void close() throws GalleryException {
    examiner.close();
    encoder.close();
    matcher.close();
    gallery.close();
  }
}
