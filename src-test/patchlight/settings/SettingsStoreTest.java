package patchlight.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import patchlight.network.DevicePreference;

class SettingsStoreTest {
  @TempDir Path folder;

  private static final Settings CHOSEN =
      Settings.USUAL
          .withDevice(DevicePreference.GPU)
          .withModel("small-7")
          .withTheme(Theme.DARK)
          .withDividers(List.of(0.25, 0.5))
          .withStudioGallery(false)
          .withLastFolder(Path.of("sketches"))
          .withWindow(new WindowBounds(-20, 5.5, 1200, 800, true))
          .withMatchLineStrength(0.75)
          .withPenWidth(7.5);

  @Test
  void firstStartHasTheUsualSettings() {
    SettingsStore store = new SettingsStore(folder);

    assertEquals(Settings.USUAL, store.load());
    assertEquals(Optional.empty(), store.note());
  }

  @Test
  void everySettingSurvivesARestart() throws IOException {
    new SettingsStore(folder.resolve("new/config")).save(CHOSEN);

    assertEquals(CHOSEN, new SettingsStore(folder.resolve("new/config")).load());
  }

  @Test
  void unknownFieldsArePassedOver() throws IOException {
    write("{\"theme\": \"DARK\", \"hologram\": {\"depth\": 3}}");

    assertEquals(Settings.USUAL.withTheme(Theme.DARK), new SettingsStore(folder).load());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"theme\": \"DARK\"",
        "[]",
        "{\"theme\": \"PLAID\"}",
        "{\"model\": \"\"}",
        "{\"matchLineStrength\": 7}",
        "{\"penWidth\": -1}",
        "{\"window\": {\"width\": 0, \"height\": 0}}",
        "\u0000\u0000\u0000"
      })
  void damagedFileIsKeptAsideAndUsualSettingsAreUsed(String content) throws IOException {
    write(content);
    SettingsStore store = new SettingsStore(folder);

    assertEquals(Settings.USUAL, store.load());

    assertEquals(content, Files.readString(folder.resolve("settings.damaged.json")));
    assertFalse(Files.exists(folder.resolve("settings.json")));
    assertTrue(store.note().orElseThrow().contains("settings.damaged.json"));
  }

  @Test
  void settingsThatCannotBeReadStayWhereTheyAre() throws IOException {
    Files.createDirectory(folder.resolve("settings.json"));
    SettingsStore store = new SettingsStore(folder);

    assertEquals(Settings.USUAL, store.load());
    assertTrue(store.note().isPresent());
    assertTrue(Files.isDirectory(folder.resolve("settings.json")));
  }

  @Test
  void failedSaveLeavesNothingBehind() throws IOException {
    // A folder with something in it cannot be replaced by a file.
    Files.createDirectories(folder.resolve("settings.json/full"));

    assertThrows(IOException.class, () -> new SettingsStore(folder).save(CHOSEN));

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("settings.json")), files.toList());
    }
  }

  private void write(String json) throws IOException {
    Files.writeString(folder.resolve("settings.json"), json);
  }
}
