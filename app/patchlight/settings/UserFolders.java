package patchlight.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where this program keeps what belongs to the person, by each system's custom: XDG folders on
 * Linux, APPDATA on Windows, Library on macOS. The system property {@code patchlight.home} puts
 * both folders beneath one place instead. Folders are not made here.
 *
 * @param data the galleries' indexes, the models, the current drawing
 * @param config the settings
 */
public record UserFolders(Path data, Path config) {
  /** The folders on this system. */
  public static UserFolders ofThisSystem() {
    return of(System.getProperties(), System.getenv());
  }

  /**
   * The folders on a system so described.
   *
   * @param properties needs {@code os.name} and {@code user.home}
   * @param environment may have APPDATA, LOCALAPPDATA, XDG_DATA_HOME and XDG_CONFIG_HOME; empty and
   *     relative ones do not count
   */
  static UserFolders of(Properties properties, Map<String, String> environment) {
    String override = properties.getProperty("patchlight.home", "");
    if (!override.isBlank()) {
      Path place = Path.of(override).toAbsolutePath();
      return new UserFolders(place.resolve("data"), place.resolve("config"));
    }
    Path home = Path.of(properties.getProperty("user.home"));
    String system = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("win")) {
      Path roaming = folder(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
      Path local = folder(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
      return new UserFolders(local.resolve("Patchlight"), roaming.resolve("Patchlight"));
    }
    if (system.startsWith("mac")) {
      Path library = home.resolve("Library");
      return new UserFolders(
          library.resolve("Application Support/Patchlight"),
          library.resolve("Preferences/Patchlight"));
    }
    Path data = folder(environment, "XDG_DATA_HOME").orElse(home.resolve(".local/share"));
    Path config = folder(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    return new UserFolders(data.resolve("patchlight"), config.resolve("patchlight"));
  }

  /** Where the shipped model is unpacked. */
  public Path shippedModel() {
    return data.resolve("model");
  }

  /** A sub-folder for each model that the person installed. */
  public Path models() {
    return data.resolve("models");
  }

  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
