package patchlight.ui;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.application.Platform;
import patchlight.gallery.Photo;
import patchlight.network.MeasuredTruth;
import patchlight.network.Tokens;
import patchlight.retrieval.RankedPhoto;
import patchlight.retrieval.Ranking;
import patchlight.retrieval.SearchTimes;
import patchlight.sketch.InkImage;
import patchlight.ui.controls.PhotoImages;

/** Photos and rankings for tests that need no file and no network. */
public final class SomePhotos {
  private SomePhotos() {}

  /** A ranking in this order; similarity falls from 0.9 by 0.01 a rank. */
  public static List<RankedPhoto> ranked(String... names) {
    List<RankedPhoto> ranked = new ArrayList<>();
    for (String name : names) {
      Photo photo = new Photo(path(name), 1, Instant.EPOCH, name);
      int rank = ranked.size() + 1;
      ranked.add(new RankedPhoto(rank, photo, 0.91f - 0.01f * rank, OptionalDouble.of(0.8)));
    }
    return ranked;
  }

  public static Ranking ranking(String... names) {
    return ranking(MeasuredTruth.UNKNOWN, names);
  }

  /** The same, of a network that tells how often photos of a similarity are right. */
  public static Ranking ranking(MeasuredTruth photoTruth, String... names) {
    return new Ranking(
        ranked(names),
        new Tokens(new float[2], new float[4], 4),
        new InkImage(2, new float[] {1, 0, 0, 1}),
        photoTruth,
        new SearchTimes(7, 1, 2));
  }

  public static Path path(String name) {
    return Path.of("/photos", name);
  }

  /** Images that are all alike, at once. */
  public static PhotoImages images() {
    return new PhotoImages(
        (photo, side) -> new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
        Runnable::run,
        Platform::runLater,
        100);
  }
}
