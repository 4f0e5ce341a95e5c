package patchlight.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import patchlight.evaluation.LabelledPhotos.LabelledPhoto;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.gallery.Unreadable;
import patchlight.network.Manifest;
import patchlight.network.NetworkException;
import patchlight.network.Pixels;
import patchlight.network.TokenEncoder;
import patchlight.network.Tokens;

/** Encodes a gallery once, decoding the next photos on other threads while a batch is encoded. */
final class PhotoEncoding {
  private static final int BATCH = 8;

  /** Decoded photos that may wait, 0.6 MB each: enough to bridge a large photo among small ones. */
  private static final int AHEAD = 4 * BATCH;

  private final TokenEncoder encoder;
  private final PhotoReader reader;
  private final int decodeThreads;

  PhotoEncoding(TokenEncoder encoder, PhotoReader reader, int decodeThreads) {
    this.encoder = encoder;
    this.reader = reader;
    this.decodeThreads = decodeThreads;
  }

  /** A photo as the encoder takes it. */
  private record Decoded(LabelledPhoto photo, float[] pixels) {}

  EncodedPictures encode(
      LabelledPhotos photos, Consumer<Unreadable> unreadable, EvaluationProgress progress)
      throws NetworkException {
    EncodedPictures encoded = new EncodedPictures();
    List<Decoded> batch = new ArrayList<>();
    Deque<Waiting> waiting = new ArrayDeque<>();
    Iterator<LabelledPhoto> next = photos.photos().iterator();
    int done = 0;
    try (ExecutorService decoders =
        Executors.newFixedThreadPool(
            decodeThreads, Thread.ofPlatform().daemon().name("decode-", 0).factory())) {
      while (next.hasNext() || !waiting.isEmpty()) {
        while (next.hasNext() && waiting.size() < AHEAD) {
          LabelledPhoto photo = next.next();
          waiting.add(new Waiting(photo, decoders.submit(() -> decode(photo))));
        }
        Waiting first = waiting.remove();
        try {
          batch.add(first.decoded.get());
        } catch (ExecutionException e) {
          unreadable.accept(new Unreadable(first.photo.path(), reason(e)));
        }
        if (batch.size() == BATCH) {
          encodeBatch(batch, encoded);
        }
        progress.update(EvaluationProgress.Stage.ENCODING_PHOTOS, ++done, photos.photos().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NetworkException(e, "evaluation.interrupted");
    }
    encodeBatch(batch, encoded);
    return encoded;
  }

  private record Waiting(LabelledPhoto photo, Future<Decoded> decoded) {}

  private Decoded decode(LabelledPhoto photo) throws GalleryException {
    Manifest manifest = encoder.manifest();
    return new Decoded(photo, Pixels.ofRgb(reader.squashed(photo.path()), manifest));
  }

  private void encodeBatch(List<Decoded> batch, EncodedPictures encoded) throws NetworkException {
    List<Tokens> tokens = encoder.encode(batch.stream().map(Decoded::pixels).toList());
    for (int i = 0; i < batch.size(); i++) {
      encoded.add(batch.get(i).photo().category(), tokens.get(i));
    }
    batch.clear();
  }

  /** What a reader throws is a reason for a person; anything else is a bug and ends the run. */
  private static String reason(ExecutionException e) {
    if (e.getCause() instanceof GalleryException unreadable) {
      return String.valueOf(unreadable.getMessage());
    }
    throw new IllegalStateException(e.getCause());
  }
}
