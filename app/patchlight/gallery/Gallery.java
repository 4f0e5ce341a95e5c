package patchlight.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import patchlight.messages.Messages;
import patchlight.network.Tokens;

/**
 * Indexed photos, found by what they show. May be used from any thread.
 *
 * <p>Any number of programs may search one gallery; the index is locked only while one of them
 * changes it, and the others see each of its commits at their next search.
 */
public final class Gallery implements AutoCloseable {
  private static final Logger VECTOR_CODE =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    // Lucene would warn at every start that an incubating module could make it faster.
    VECTOR_CODE.setLevel(Level.SEVERE);
  }

  private final Path folder;
  private final String modelHash;
  private final Directory directory;
  private final SearcherManager searchers;

  private Gallery(Path folder, String modelHash, Directory directory, SearcherManager searchers) {
    this.folder = folder;
    this.modelHash = modelHash;
    this.directory = directory;
    this.searchers = searchers;
  }

  /**
   * Opens the gallery in a folder, or makes an empty one there.
   *
   * @param indexFolder where the index lies; made if absent
   * @param modelHash of the network whose tokens are searched with
   * @throws GalleryException if there is no index and none can be made, or the index is damaged
   */
  public static Gallery open(Path indexFolder, String modelHash) throws GalleryException {
    Path folder = indexFolder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      return open(FSDirectory.open(folder), folder, modelHash);
    } catch (IOException e) {
      throw IndexTrouble.explained(e, folder);
    }
  }

  /** As above, on any Lucene directory. */
  static Gallery open(Directory directory, Path folder, String modelHash) throws GalleryException {
    try {
      if (!DirectoryReader.indexExists(directory)) {
        create(directory, folder, modelHash);
      }
      SearcherManager searchers = new SearcherManager(directory, new SearcherFactory());
      return new Gallery(folder, modelHash, directory, searchers);
    } catch (IOException e) {
      throw IndexTrouble.explained(e, folder);
    }
  }

  /** Of the network whose tokens are searched with. */
  String modelHash() {
    return modelHash;
  }

  /** How many photos can be found. */
  public int size() throws GalleryException {
    return read(searcher -> searcher.getIndexReader().numDocs());
  }

  /** The folders that were indexed, in the order they were added. */
  public List<Path> roots() throws GalleryException {
    return note().roots();
  }

  /** Folders taken over from another model's index, to be indexed when the person asks for it. */
  public List<Path> waiting() throws GalleryException {
    return note().waiting();
  }

  /** Whether the photos were encoded by another network, so that {@link #rebuild} is needed. */
  public boolean madeByAnotherModel() throws GalleryException {
    return read(searcher -> !answersTo(searcher));
  }

  /**
   * What keeps this gallery from being changed just now, for a person: another program that is
   * indexing, or a read-only folder. Searching works all the same.
   */
  public Optional<String> notice() {
    if (!Files.isWritable(folder)) {
      return Optional.of(Messages.text("gallery.readOnly", folder));
    }
    try (Lock free = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      free.ensureValid();
      return Optional.empty();
    } catch (LockObtainFailedException e) {
      return Optional.of(Messages.text("gallery.locked", folder));
    } catch (IOException e) {
      return Optional.of(IndexTrouble.explained(e, folder).getMessage());
    }
  }

  /**
   * The photos whose retrieval tokens are nearest.
   *
   * @param retrievalToken L2-normalised
   * @param k how many at most
   * @return most similar first
   * @throws GalleryException if the index was made by another model or cannot be read
   */
  public List<NearPhoto> nearest(float[] retrievalToken, int k) throws GalleryException {
    refresh();
    Optional<List<NearPhoto>> near =
        read(searcher ->
            answersTo(searcher)
                ? Optional.of(IndexedPhotos.nearest(searcher, retrievalToken, k))
                : Optional.empty());
    return near.orElseThrow(() -> new GalleryException("gallery.otherModel", folder));
  }

  /**
   * The tokens of photos, patch tokens as they were rounded to 8 bits.
   *
   * @return in the photos' order
   * @throws GalleryException if one of them left the index meanwhile, or it cannot be read
   */
  public List<Tokens> tokens(List<Photo> photos) throws GalleryException {
    List<Tokens> tokens = new ArrayList<>(photos.size());
    for (Optional<PhotoEntry> entry : read(searcher -> IndexedPhotos.entries(searcher, photos))) {
      tokens.add(entry.orElseThrow(() -> new GalleryException("gallery.photoLeft")).tokens());
    }
    return tokens;
  }

  /**
   * How similar one photo is and how many are more so, counted exactly over the whole gallery.
   *
   * @param retrievalToken L2-normalised
   * @throws GalleryException if the photo left the index meanwhile, or it cannot be read
   */
  public PhotoStanding standing(float[] retrievalToken, Photo photo) throws GalleryException {
    Term term = PhotoEntry.byPath(photo.path());
    return read(searcher -> new StandingCount(searcher, retrievalToken).of(term))
        .orElseThrow(() -> new GalleryException("gallery.photoLeft"));
  }

  /** The indexed photo at a path. */
  public Optional<Photo> find(Path path) throws GalleryException {
    Term term = PhotoEntry.byPath(path.toAbsolutePath().normalize());
    return read(searcher -> IndexedPhotos.first(searcher, term, PhotoEntry::photo));
  }

  /**
   * Takes a folder and its photos out of the gallery; the photos on disk stay.
   *
   * @throws GalleryException if the index cannot be changed just now
   */
  public void forget(Path root) throws GalleryException {
    Path gone = root.toAbsolutePath().normalize();
    try (GalleryWriter writer = new GalleryWriter(directory, folder)) {
      refresh();
      CommitNote left = writer.note().without(gone);
      for (Path photo : pathsBelow(gone)) {
        if (left.roots().stream().noneMatch(photo::startsWith)) {
          writer.remove(photo);
        }
      }
      writer.setNote(left);
      writer.finish();
    }
    refresh();
  }

  /**
   * Takes over the folders that another model's index of the same photos has. Folders that are not
   * among them leave with their photos; new ones wait.
   *
   * @throws GalleryException if the index cannot be changed just now
   */
  public void adopt(List<Path> folders) throws GalleryException {
    CommitNote before = note();
    for (Path known : before.folders()) {
      if (!folders.contains(known)) {
        forget(known);
      }
    }
    if (!before.folders().containsAll(folders)) {
      try (GalleryWriter writer = new GalleryWriter(directory, folder)) {
        writer.setNote(writer.note().awaiting(folders));
        writer.finish();
      }
      refresh();
    }
  }

  /**
   * Empties the index for this program's network; its folders stay known, to be indexed anew.
   *
   * @throws GalleryException if the index cannot be changed just now
   */
  public void rebuild() throws GalleryException {
    try (GalleryWriter writer = new GalleryWriter(directory, folder)) {
      writer.removeAll();
      CommitNote before = writer.note();
      writer.setNote(before.indexing(modelHash, before.waiting()));
      writer.finish();
    }
    refresh();
  }

  @Override
  public void close() throws GalleryException {
    try (directory) {
      searchers.close();
    } catch (IOException e) {
      throw IndexTrouble.explained(e, folder);
    }
  }

  /**
   * A writer that adds these roots to the gallery's.
   *
   * @throws GalleryException if the index was made by another model or cannot be changed just now
   */
  GalleryWriter newWriter(List<Path> moreRoots) throws GalleryException {
    GalleryWriter writer = new GalleryWriter(directory, folder);
    CommitNote before = writer.note();
    if (!before.modelHash().equals(modelHash)) {
      if (!writer.isEmpty()) {
        writer.close();
        throw new GalleryException("gallery.otherModel", folder);
      }
      // Photos that were taken out left the length of their tokens behind.
      writer.removeAll();
    }
    writer.setNote(before.indexing(modelHash, moreRoots));
    return writer;
  }

  /** Makes the last commit the one that is searched. */
  void refresh() throws GalleryException {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw IndexTrouble.explained(e, folder);
    }
  }

  /** An indexed photo with this content, under whichever path. */
  Optional<PhotoEntry> findContent(String contentHash) throws GalleryException {
    Term term = PhotoEntry.byContent(contentHash);
    return read(searcher -> IndexedPhotos.first(searcher, term, PhotoEntry::entry));
  }

  /** All indexed paths below a folder. */
  List<Path> pathsBelow(Path root) throws GalleryException {
    return read(searcher -> {
      int all = Math.max(1, searcher.getIndexReader().maxDoc());
      TopDocs found = searcher.search(new PrefixQuery(PhotoEntry.below(root)), all);
      List<Path> paths = new ArrayList<>(found.scoreDocs.length);
      for (ScoreDoc hit : found.scoreDocs) {
        paths.add(IndexedPhotos.at(searcher, hit.doc, PhotoEntry::photo).path());
      }
      return paths;
    });
  }

  private static void create(Directory directory, Path folder, String modelHash)
      throws GalleryException, IOException {
    try (GalleryWriter writer = new GalleryWriter(directory, folder)) {
      writer.setNote(CommitNote.empty(modelHash));
      writer.finish();
    } catch (GalleryException e) {
      // Another program that starts at the same moment may have made it meanwhile.
      if (!DirectoryReader.indexExists(directory)) {
        throw e;
      }
    }
  }

  private CommitNote note() throws GalleryException {
    return read(Gallery::note);
  }

  private static CommitNote note(IndexSearcher searcher) throws IOException {
    DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
    return CommitNote.parse(reader.getIndexCommit().getUserData().entrySet());
  }

  /** An empty index answers to every network. */
  private boolean answersTo(IndexSearcher searcher) throws IOException {
    return searcher.getIndexReader().numDocs() == 0 || note(searcher).modelHash().equals(modelHash);
  }

  private interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  private <T> T read(Reading<T> reading) throws GalleryException {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return reading.of(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw IndexTrouble.explained(e, folder);
    }
  }
}
