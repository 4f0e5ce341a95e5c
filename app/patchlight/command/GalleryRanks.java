package patchlight.command;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import patchlight.explanation.Standing;
import patchlight.explanation.export.Ranks;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryException;
import patchlight.gallery.Photo;
import patchlight.network.NetworkException;
import patchlight.retrieval.PhotoRetriever;
import patchlight.retrieval.RankedPhoto;
import patchlight.sketch.InkImage;

/**
 * How one photo of a gallery stands for sketches.
 *
 * @param retriever that ranks the gallery
 * @param gallery that holds the photo
 * @param photo the photo
 */
record GalleryRanks(PhotoRetriever retriever, Gallery gallery, Photo photo) {
  /** Its ranks for one sketch. */
  Ranks of(InkImage ink) throws NetworkException, GalleryException {
    List<RankedPhoto> matched = retriever.search(ink, PhotoRetriever.MATCHED).photos();
    OptionalDouble own =
        matched.stream()
            .filter(ranked -> ranked.photo().path().equals(photo.path()))
            .mapToDouble(ranked -> ranked.relationScore().orElse(0))
            .findFirst();
    OptionalInt byRelation =
        own.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(1 + higher(matched, own.getAsDouble()));
    return new Ranks(
        retriever.standings(List.of(ink), photo).getFirst().rank(),
        gallery.size(),
        byRelation,
        matched.size());
  }

  /** Its standing for each sketch. */
  List<Standing> standings(List<InkImage> inks) throws NetworkException, GalleryException {
    return retriever.standings(inks, photo).stream()
        .map(standing -> new Standing(standing.similarity(), OptionalInt.of(standing.rank())))
        .toList();
  }

  private static int higher(List<RankedPhoto> matched, double score) {
    return (int)
        matched.stream().filter(ranked -> ranked.relationScore().orElse(0) > score).count();
  }
}
