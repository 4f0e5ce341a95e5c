package patchlight.command;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import patchlight.explanation.Standing;
import patchlight.explanation.export.Ranks;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.gallery.Photo;
import patchlight.gallery.PhotoStanding;
import patchlight.network.NetworkException;
import patchlight.retrieval.PhotoRetriever;
import patchlight.retrieval.RankedPhoto;
import patchlight.sketch.InkImage;

/**
 * How one photo of a gallery stands for a sketch and for parts of it.
 *
 * @param retriever that ranks the gallery
 * @param photo the photo
 * @param matched the most similar photos, which have a relation score
 * @param photos how many the gallery holds
 */
record GalleryRanks(PhotoRetriever retriever, Photo photo, List<RankedPhoto> matched, int photos) {
  /** Searches the gallery with the whole sketch. */
  static GalleryRanks of(PhotoRetriever retriever, Gallery gallery, Photo photo, InkImage ink)
      throws NetworkException, GalleryException {
    return new GalleryRanks(
        retriever, photo, retriever.search(ink, PhotoRetriever.MATCHED).photos(), gallery.size());
  }

  /** The first photos of the search. */
  List<Path> first(int n) {
    return matched.stream().limit(n).map(ranked -> ranked.photo().path()).toList();
  }

  /** Its ranks for the whole sketch. */
  Ranks ranks(InkImage ink) throws NetworkException, GalleryException {
    OptionalDouble own =
        matched.stream()
            .filter(ranked -> ranked.photo().path().equals(photo.path()))
            .mapToDouble(ranked -> ranked.relationScore().orElse(0))
            .findFirst();
    PhotoStanding standing = retriever.standings(List.of(ink), ink, photo).getFirst();
    return new Ranks(
        standing.rank(),
        standing.similarity(),
        photos,
        own.isEmpty() ? OptionalInt.empty() : OptionalInt.of(1 + higher(own.getAsDouble())),
        matched.size());
  }

  /** Its standing for each part of a sketch. */
  List<Standing> standings(List<InkImage> inks, InkImage whole)
      throws NetworkException, GalleryException {
    return retriever.standings(inks, whole, photo).stream()
        .map(standing -> new Standing(standing.similarity(), OptionalInt.of(standing.rank())))
        .toList();
  }

  private int higher(double score) {
    return (int)
        matched.stream().filter(ranked -> ranked.relationScore().orElse(0) > score).count();
  }
}
