package patchlight.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import patchlight.network.DevicePreference;

/**
 * Settings as JSON. A field that is missing has its usual value and an unknown one is passed over,
 * so that older and newer programs read each other's files.
 */
final class SettingsJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SettingsJson() {}

  static byte[] format(Settings settings) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("device", settings.device().name());
    root.put("model", settings.model());
    root.put("theme", settings.theme().name());
    ArrayNode dividers = root.putArray("dividers");
    settings.dividers().forEach(place -> dividers.add(place.doubleValue()));
    root.put("studioGallery", settings.studioGallery());
    settings.lastFolder().ifPresent(folder -> root.put("lastFolder", folder.toString()));
    settings
        .window()
        .ifPresent(bounds ->
            root.putObject("window")
                .put("x", bounds.x())
                .put("y", bounds.y())
                .put("width", bounds.width())
                .put("height", bounds.height())
                .put("maximized", bounds.maximized()));
    root.put("matchLineStrength", settings.matchLineStrength());
    root.put("penWidth", settings.penWidth());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  /**
   * What {@link #format} wrote.
   *
   * @throws IOException where the bytes are no JSON object
   * @throws IllegalArgumentException where a known field has a value that it cannot have
   */
  static Settings parse(byte[] json) throws IOException {
    JsonNode root = JSON.readTree(json);
    if (root == null || !root.isObject()) {
      throw new IOException("no JSON object");
    }
    Settings usual = Settings.USUAL;
    List<Double> dividers = new ArrayList<>();
    root.path("dividers").forEach(place -> dividers.add(place.asDouble()));
    return new Settings(
        DevicePreference.valueOf(text(root, "device", usual.device().name())),
        root.path("model").asText(usual.model()),
        Theme.valueOf(text(root, "theme", usual.theme().name())),
        dividers,
        root.path("studioGallery").asBoolean(usual.studioGallery()),
        Optional.ofNullable(root.get("lastFolder")).map(folder -> Path.of(folder.asText())),
        Optional.ofNullable(root.get("window")).map(SettingsJson::window),
        root.path("matchLineStrength").asDouble(usual.matchLineStrength()),
        root.path("penWidth").asDouble(usual.penWidth()));
  }

  private static WindowBounds window(JsonNode bounds) {
    return new WindowBounds(
        bounds.path("x").asDouble(),
        bounds.path("y").asDouble(),
        bounds.path("width").asDouble(),
        bounds.path("height").asDouble(),
        bounds.path("maximized").asBoolean());
  }

  private static String text(JsonNode root, String field, String usual) {
    return root.path(field).asText(usual).toUpperCase(Locale.ROOT);
  }
}
