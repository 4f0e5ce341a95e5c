package patchlight.sketch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import patchlight.messages.Messages;

/** The drawing on the canvas, kept between starts as Quick-Draw ndjson with times. */
public final class DrawingStore {
  private final Path file;
  private final Path damaged;
  private Optional<String> note = Optional.empty();

  /**
   * @param folder the person's data folder; made when a drawing is first saved
   */
  public DrawingStore(Path folder) {
    this.file = folder.resolve("drawing.ndjson");
    this.damaged = folder.resolve("drawing.damaged.ndjson");
  }

  /**
   * The drawing last saved; blank where there is none. A damaged file is kept aside and {@link
   * #note} says so.
   */
  public Sketch load() {
    if (!Files.exists(file)) {
      return Sketch.BLANK;
    }
    try {
      return SketchReader.read(file);
    } catch (SketchException e) {
      note = Optional.of(keepAside());
      return Sketch.BLANK;
    }
  }

  /** What the person should know of the last {@link #load}. */
  public Optional<String> note() {
    return note;
  }

  /**
   * Replaces the drawing kept; either the old or the new one survives a crash.
   *
   * @throws SketchException where the folder cannot be written
   */
  public void save(Sketch sketch) throws SketchException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new SketchException("sketch.unwritable", file, e.toString(), e);
    }
    SketchWriter.write(sketch, file);
  }

  private String keepAside() {
    try {
      Files.move(file, damaged, StandardCopyOption.REPLACE_EXISTING);
      return Messages.text("sketch.drawingKeptAside", damaged);
    } catch (IOException e) {
      return Messages.text("sketch.unreadable", file, e.toString());
    }
  }
}
