package patchlight.gallery;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.Bits;

/**
 * Counts the photos that are more similar than one of them. Every retrieval token is looked at
 * where it lies in the index, which for a few ten thousand photos is as fast as a walk through the
 * graph of neighbours and, other than that, exact.
 */
record StandingCount(IndexSearcher searcher, float[] retrievalToken) {
  /** The standing of the photo that a term names; empty if the index has none. */
  Optional<PhotoStanding> of(Term photo) throws IOException {
    TopDocs found = searcher.search(new TermQuery(photo), 1);
    if (found.scoreDocs.length == 0) {
      return Optional.empty();
    }
    int document = found.scoreDocs[0].doc;
    float score = score(document);
    int before = 0;
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      before += before(segment, score, document - segment.docBase);
    }
    return Optional.of(new PhotoStanding(IndexedPhotos.cosine(score), before + 1));
  }

  private float score(int document) throws IOException {
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      int inSegment = document - segment.docBase;
      if (inSegment >= 0 && inSegment < segment.reader().maxDoc()) {
        VectorScorer scorer = scorer(segment);
        scorer.iterator().advance(inSegment);
        return scorer.score();
      }
    }
    throw new IllegalStateException("No segment has document " + document);
  }

  /** Photos of a segment that a search lists first: equal ones in the order of the index. */
  private int before(LeafReaderContext segment, float score, int document) throws IOException {
    Bits live = segment.reader().getLiveDocs();
    VectorScorer scorer = scorer(segment);
    DocIdSetIterator photos = scorer.iterator();
    int before = 0;
    for (int photo = photos.nextDoc();
        photo != DocIdSetIterator.NO_MORE_DOCS;
        photo = photos.nextDoc()) {
      float other = scorer.score();
      boolean first = other > score || (other == score && photo < document);
      if (first && (live == null || live.get(photo))) {
        before++;
      }
    }
    return before;
  }

  private VectorScorer scorer(LeafReaderContext segment) throws IOException {
    FloatVectorValues tokens = segment.reader().getFloatVectorValues(PhotoEntry.RETRIEVAL_TOKEN);
    return tokens.scorer(retrievalToken);
  }
}
