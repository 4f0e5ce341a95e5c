package patchlight.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import patchlight.sketch.Point;
import patchlight.sketch.SketchPlacement;
import patchlight.sketch.SketchRasterizer;

/**
 * Which photo patches truly answer to which sketch patch: those that show a place of the object no
 * further than {@link #NEAR} from a place that is drawn in the sketch patch.
 */
final class TruePatches {
  /** In units of {@link Place}: about a twentieth of the object's longest side. */
  static final double NEAR = 12;

  private final int grid;
  private final List<BitSet> answers;

  private TruePatches(int grid, List<BitSet> answers) {
    this.grid = grid;
    this.answers = answers;
  }

  /**
   * Finds them.
   *
   * @param side pixels a side of the network's input: the drawing is fitted to it as the network
   *     sees it
   * @param grid patches along one side
   */
  static TruePatches of(PlacedDrawing drawing, PlacesOnPhoto photo, int side, int grid) {
    List<BitSet> answers =
        Stream.generate(() -> new BitSet(grid * grid)).limit((long) grid * grid).toList();
    SketchPlacement placement = new SketchRasterizer(side).placement(drawing.sketch());
    List<Point> points = drawing.points();
    for (int i = 0; i < points.size(); i++) {
      int row = patchIndex(placement.pixelY(points.get(i).y()), side, grid);
      int column = patchIndex(placement.pixelX(points.get(i).x()), side, grid);
      answers.get(row * grid + column).or(showing(drawing.places().get(i), photo, grid));
    }
    return new TruePatches(grid, answers);
  }

  /** Whether the photo shows what is drawn in this sketch patch. */
  boolean seenInBoth(int sketchPatch) {
    return !answers.get(sketchPatch).isEmpty();
  }

  /** Whether a photo patch truly answers to a sketch patch. */
  boolean exact(int sketchPatch, int photoPatch) {
    return answers.get(sketchPatch).get(photoPatch);
  }

  /** Whether a photo patch is, or touches by side or corner, one that truly answers. */
  boolean near(int sketchPatch, int photoPatch) {
    int row = photoPatch / grid;
    int column = photoPatch % grid;
    return answers.get(sketchPatch).stream()
        .anyMatch(
            answer -> Math.abs(answer / grid - row) <= 1 && Math.abs(answer % grid - column) <= 1);
  }

  /** Share of all photo patches that are {@link #near}: what picking one blindly would hit. */
  double chance(int sketchPatch) {
    long hits = IntStream.range(0, grid * grid).filter(patch -> near(sketchPatch, patch)).count();
    return (double) hits / (grid * grid);
  }

  private static BitSet showing(Place place, PlacesOnPhoto photo, int grid) {
    BitSet patches = new BitSet(grid * grid);
    for (int cell = 0; cell < photo.cells().size(); cell++) {
      if (photo.cells().get(cell).filter(seen -> seen.distance(place) <= NEAR).isPresent()) {
        int row = cell / photo.side() * grid / photo.side();
        int column = cell % photo.side() * grid / photo.side();
        patches.set(row * grid + column);
      }
    }
    return patches;
  }

  private static int patchIndex(double pixel, int side, int grid) {
    return Math.clamp((int) Math.floor(pixel * grid / side), 0, grid - 1);
  }
}
