package patchlight.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import patchlight.gallery.GalleryException;

/**
 * Which place of the object each cell of a photo shows.
 *
 * @param side cells along one side of the squashed photo
 * @param cells row by row; empty where the object isn't seen
 */
record PlacesOnPhoto(int side, List<Optional<Place>> cells) {
  PlacesOnPhoto {
    cells = List.copyOf(cells);
  }

  /**
   * Reads them from a picture: red, green and blue are the coordinates of a place, and the object
   * is where the picture is opaque.
   *
   * @param side cells that the picture has along one side
   * @throws GalleryException naming the file if it is no such picture
   */
  static PlacesOnPhoto read(Path png, int side) throws GalleryException {
    BufferedImage picture = picture(png);
    if (picture.getWidth() != side || picture.getHeight() != side) {
      throw new GalleryException(
          "evaluation.truthSize", png, picture.getWidth(), picture.getHeight(), side);
    }
    List<Optional<Place>> cells = new ArrayList<>(side * side);
    for (int argb : picture.getRGB(0, 0, side, side, null, 0, side)) {
      boolean seen = argb >>> 24 == 0xff;
      cells.add(
          seen
              ? Optional.of(new Place(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff))
              : Optional.empty());
    }
    return new PlacesOnPhoto(side, cells);
  }

  private static BufferedImage picture(Path png) throws GalleryException {
    try {
      BufferedImage picture = ImageIO.read(png.toFile());
      if (picture == null) {
        throw new GalleryException("evaluation.truthUnreadable", png);
      }
      return picture;
    } catch (IOException e) {
      throw new GalleryException(e, "evaluation.truthUnreadable", png);
    }
  }
}
