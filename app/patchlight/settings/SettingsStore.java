package patchlight.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import patchlight.messages.Messages;

/**
 * The settings file. A damaged one is kept aside and the usual settings are used; saving never
 * leaves half a file.
 */
public final class SettingsStore {
  private final Path file;
  private final Path damaged;
  private Optional<String> note = Optional.empty();

  /**
   * @param folder the person's configuration folder; made when settings are first saved
   */
  public SettingsStore(Path folder) {
    this.file = folder.resolve("settings.json");
    this.damaged = folder.resolve("settings.damaged.json");
  }

  /**
   * The settings last saved, else the usual ones; where the file could not be used, {@link #note}
   * says so.
   */
  public Settings load() {
    if (!Files.exists(file)) {
      return Settings.USUAL;
    }
    byte[] json;
    try {
      json = Files.readAllBytes(file);
    } catch (IOException e) {
      note = Optional.of(Messages.text("settings.unreadable", file, e.toString()));
      return Settings.USUAL;
    }
    try {
      return SettingsJson.parse(json);
    } catch (IOException | IllegalArgumentException e) {
      note = Optional.of(keepAside(e));
      return Settings.USUAL;
    }
  }

  /** What the person should know of the last {@link #load}. */
  public Optional<String> note() {
    return note;
  }

  /**
   * Replaces the settings file at once; {@link DelayedSave} spares the disk while a slider moves.
   *
   * @throws IOException where the folder cannot be written
   */
  public void save(Settings settings) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling("settings." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(fresh, SettingsJson.format(settings));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private String keepAside(Exception why) {
    try {
      Files.move(file, damaged, StandardCopyOption.REPLACE_EXISTING);
      return Messages.text("settings.keptAside", damaged);
    } catch (IOException e) {
      return Messages.text("settings.unreadable", file, why.toString());
    }
  }
}
