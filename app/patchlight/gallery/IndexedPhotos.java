package patchlight.gallery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;

/** Finds photos in the segments of an index and reads what is asked of them. */
final class IndexedPhotos {
  private IndexedPhotos() {}

  /** The photos nearest to a token, most similar first. */
  static List<NearPhoto> nearest(IndexSearcher searcher, float[] token, int k) throws IOException {
    int wanted = Math.min(k, searcher.getIndexReader().numDocs());
    if (wanted < 1) {
      return List.of();
    }
    TopDocs found =
        searcher.search(new KnnFloatVectorQuery(PhotoEntry.RETRIEVAL_TOKEN, token, wanted), wanted);
    List<NearPhoto> near = new ArrayList<>(wanted);
    for (ScoreDoc hit : found.scoreDocs) {
      near.add(
          new NearPhoto(
              at(searcher, hit.doc, PhotoEntry::photo),
              cosine(hit.score),
              at(searcher, hit.doc, PhotoEntry::retrievalToken)));
    }
    return near;
  }

  /** The photos with their tokens, in the photos' order; empty for one that left the index. */
  static List<Optional<PhotoEntry>> entries(IndexSearcher searcher, List<Photo> photos)
      throws IOException {
    List<Optional<PhotoEntry>> entries = new ArrayList<>(photos.size());
    for (Photo photo : photos) {
      entries.add(first(searcher, PhotoEntry.byPath(photo.path()), PhotoEntry::entry));
    }
    return entries;
  }

  /** What is asked of one document. */
  static <T> T at(IndexSearcher searcher, int document, EntryReader<T> entry) throws IOException {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
    return entry.read(segment.reader(), document - segment.docBase);
  }

  /** What is asked of the first photo with a term. */
  static <T> Optional<T> first(IndexSearcher searcher, Term term, EntryReader<T> entry)
      throws IOException {
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      PostingsEnum documents = segment.reader().postings(term, PostingsEnum.NONE);
      if (documents == null) {
        continue;
      }
      for (int document = documents.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = documents.nextDoc()) {
        Bits live = segment.reader().getLiveDocs();
        if (live == null || live.get(document)) {
          return Optional.of(entry.read(segment.reader(), document));
        }
      }
    }
    return Optional.empty();
  }

  /** Reads something of a document; its number is that within the segment. */
  @FunctionalInterface
  interface EntryReader<T> {
    T read(LeafReader segment, int document) throws IOException;
  }

  /** Lucene scores a dot product as (1 + cosine) / 2, since scores must not be negative. */
  static float cosine(float score) {
    return 2 * score - 1;
  }
}
