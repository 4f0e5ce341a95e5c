package patchlight.ui.controls;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import patchlight.gallery.GalleryException;

/** Photos ready to show: decoded off the FX thread, the latest ones kept. Used on the FX thread. */
public final class PhotoImages {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoImages.class);

  private final Decoder decoder;
  private final Executor worker;
  private final Executor fx;
  private final int capacity;
  private final Map<Key, Image> kept = new LinkedHashMap<>(64, 0.75f, true);

  /** Decodes the photo of a file upright, its longer side at most so many pixels. */
  @FunctionalInterface
  public interface Decoder {
    BufferedImage upright(Path photo, int maxSide) throws GalleryException;
  }

  private record Key(Path photo, int maxSide) {}

  /**
   * Images from one decoder.
   *
   * @param capacity how many images are kept
   */
  public PhotoImages(Decoder decoder, Executor worker, Executor fx, int capacity) {
    this.decoder = decoder;
    this.worker = worker;
    this.fx = fx;
    this.capacity = capacity;
  }

  /** The image if it is ready now. */
  public @Nullable Image ready(Path photo, int maxSide) {
    return kept.get(new Key(photo, maxSide));
  }

  /**
   * Hands over the image as soon as it is decoded, at once where it is ready.
   *
   * @param wanted asked before decoding and before handing over; may be asked on any thread
   * @param then on the FX thread; never called for a photo that cannot be decoded
   */
  public void load(Path photo, int maxSide, BooleanSupplier wanted, Consumer<Image> then) {
    Image ready = ready(photo, maxSide);
    if (ready != null) {
      then.accept(ready);
      return;
    }
    worker.execute(() -> {
      if (!wanted.getAsBoolean()) {
        return;
      }
      try {
        Image image = toFx(decoder.upright(photo, maxSide));
        fx.execute(() -> {
          keep(new Key(photo, maxSide), image);
          if (wanted.getAsBoolean()) {
            then.accept(image);
          }
        });
      } catch (GalleryException e) {
        LOG.info("No picture of {}: {}", photo, e.getMessage());
      }
    });
  }

  private void keep(Key key, Image image) {
    kept.put(key, image);
    if (kept.size() > capacity) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private static Image toFx(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return image;
  }
}
