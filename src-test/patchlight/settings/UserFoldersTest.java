package patchlight.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFoldersTest {
  @TempDir Path home;

  @Test
  void linuxHasXdgDefaults() {
    assertEquals(
        new UserFolders(
            home.resolve(".local/share/patchlight"), home.resolve(".config/patchlight")),
        UserFolders.of(system("Linux"), Map.of()));
  }

  @Test
  void linuxFollowsXdgVariablesUnlessRelativeOrEmpty() {
    Path data = home.resolve("d");
    assertEquals(
        new UserFolders(data.resolve("patchlight"), home.resolve(".config/patchlight")),
        UserFolders.of(
            system("Linux"), Map.of("XDG_DATA_HOME", data.toString(), "XDG_CONFIG_HOME", "here")));
    assertEquals(
        home.resolve(".local/share/patchlight"),
        UserFolders.of(system("Linux"), Map.of("XDG_DATA_HOME", "")).data());
  }

  @Test
  void windowsKeepsTheIndexOutOfTheRoamingProfile() {
    Map<String, String> environment =
        Map.of(
            "APPDATA", home.resolve("roaming").toString(),
            "LOCALAPPDATA", home.resolve("local").toString());

    assertEquals(
        new UserFolders(home.resolve("local/Patchlight"), home.resolve("roaming/Patchlight")),
        UserFolders.of(system("Windows 11"), environment));
  }

  @Test
  void macHasLibrary() {
    assertEquals(
        new UserFolders(
            home.resolve("Library/Application Support/Patchlight"),
            home.resolve("Library/Preferences/Patchlight")),
        UserFolders.of(system("Mac OS X"), Map.of()));
  }

  @Test
  void propertyPutsBothBeneathOnePlace() {
    Properties properties = system("Linux");
    properties.setProperty("patchlight.home", home.resolve("here").toString());

    assertEquals(
        new UserFolders(home.resolve("here/data"), home.resolve("here/config")),
        UserFolders.of(properties, Map.of("XDG_DATA_HOME", "/elsewhere")));
  }

  private Properties system(String name) {
    Properties properties = new Properties();
    properties.setProperty("os.name", name);
    properties.setProperty("user.home", home.toString());
    return properties;
  }
}
