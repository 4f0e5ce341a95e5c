package patchlight.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import patchlight.network.Tokens;

/**
 * One photo in the index: what is known of the file, its retrieval token and its patch tokens in 8
 * bits.
 *
 * <p>Everything lies in doc values: fetching 50 photos' patch tokens is a copy of 13 KB each, where
 * stored fields would be unpacked block by block.
 */
record PhotoEntry(Photo photo, float[] retrievalToken, byte[] patchTokens) {
  static final String RETRIEVAL_TOKEN = "retrievalToken";
  private static final String PATH = "path";
  private static final String CONTENT = "content";
  private static final String BYTES = "bytes";
  private static final String MODIFIED = "modified";
  private static final String PATCH_TOKENS = "patchTokens";

  static PhotoEntry of(Photo photo, Tokens tokens) {
    return new PhotoEntry(
        photo,
        tokens.retrievalToken(),
        QuantizedPatches.encode(tokens.patchTokens(), tokens.rows()));
  }

  /** The same picture under another path. */
  PhotoEntry as(Photo other) {
    return new PhotoEntry(other, retrievalToken, patchTokens);
  }

  Tokens tokens() {
    return new Tokens(
        retrievalToken,
        QuantizedPatches.decode(patchTokens, 0, patchTokens.length),
        QuantizedPatches.patches(patchTokens, 0));
  }

  static Term byPath(Path path) {
    return new Term(PATH, path.toString());
  }

  static Term byContent(String contentHash) {
    return new Term(CONTENT, contentHash);
  }

  /** For prefixes of all paths below a folder. */
  static Term below(Path folder) {
    String separator = folder.getFileSystem().getSeparator();
    String name = folder.toString();
    return new Term(PATH, name.endsWith(separator) ? name : name + separator);
  }

  Document toDocument() {
    Document document = new Document();
    document.add(new StringField(PATH, photo.path().toString(), Field.Store.NO));
    document.add(new BinaryDocValuesField(PATH, new BytesRef(photo.path().toString())));
    document.add(new StringField(CONTENT, photo.contentHash(), Field.Store.NO));
    document.add(new BinaryDocValuesField(CONTENT, new BytesRef(photo.contentHash())));
    document.add(new NumericDocValuesField(BYTES, photo.bytes()));
    document.add(new NumericDocValuesField(MODIFIED, photo.modified().toEpochMilli()));
    document.add(
        new KnnFloatVectorField(
            RETRIEVAL_TOKEN, retrievalToken, VectorSimilarityFunction.DOT_PRODUCT));
    document.add(new BinaryDocValuesField(PATCH_TOKENS, new BytesRef(patchTokens)));
    return document;
  }

  /**
   * @param document within the segment
   */
  static Photo photo(LeafReader segment, int document) throws IOException {
    return new Photo(
        Path.of(binary(segment, PATH, document).utf8ToString()),
        number(segment, BYTES, document),
        Instant.ofEpochMilli(number(segment, MODIFIED, document)),
        binary(segment, CONTENT, document).utf8ToString());
  }

  static PhotoEntry entry(LeafReader segment, int document) throws IOException {
    BytesRef patches = binary(segment, PATCH_TOKENS, document);
    return new PhotoEntry(
        photo(segment, document),
        retrievalToken(segment, document),
        BytesRef.deepCopyOf(patches).bytes);
  }

  static float[] retrievalToken(LeafReader segment, int document) throws IOException {
    FloatVectorValues vectors = segment.getFloatVectorValues(RETRIEVAL_TOKEN);
    KnnVectorValues.DocIndexIterator ordinals = vectors.iterator();
    ordinals.advance(document);
    return vectors.vectorValue(ordinals.index()).clone();
  }

  private static BytesRef binary(LeafReader segment, String field, int document)
      throws IOException {
    BinaryDocValues values = segment.getBinaryDocValues(field);
    values.advanceExact(document);
    return values.binaryValue();
  }

  private static long number(LeafReader segment, String field, int document) throws IOException {
    NumericDocValues values = segment.getNumericDocValues(field);
    values.advanceExact(document);
    return values.longValue();
  }
}
