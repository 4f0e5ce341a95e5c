package patchlight.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaChooserTest {
  @TempDir Path folder;
  private Path java17;
  private Path java25;
  private Path java26;

  @BeforeEach
  void installJavas() throws IOException {
    java17 = install("seventeen", "JAVA_VERSION=\"17.0.15\"");
    java25 = install("twenty-five", "IMPLEMENTOR=\"Any\"\nJAVA_VERSION=\"25.0.1\"");
    java26 = install("early", "JAVA_VERSION=\"26\"");
  }

  @Test
  void newestInstalledJavaIsChosen() {
    assertEquals(Optional.of(java26), JavaChooser.newestJava(List.of(java17, java26, java25)));
  }

  @Test
  void firstOfEquallyNewJavasIsChosen() throws IOException {
    Path other = install("other", "JAVA_VERSION=\"25.0.2\"");
    assertEquals(Optional.of(java25), JavaChooser.newestJava(List.of(java25, other)));
  }

  @Test
  void noJavaIsChosenWhereAllAreTooOld() {
    assertEquals(Optional.empty(), JavaChooser.newestJava(List.of(java17)));
  }

  @Test
  void folderWithoutReleaseFileIsPassedOver() throws IOException {
    Path bare = Files.createDirectories(folder.resolve("bare"));
    assertEquals(Optional.of(java25), JavaChooser.newestJava(List.of(bare, java25)));
  }

  @Test
  void releaseFileWithoutAReadableVersionIsPassedOver() throws IOException {
    Path odd = install("odd", "JAVA_VERSION=\"next\"");
    assertEquals(Optional.of(java25), JavaChooser.newestJava(List.of(odd, java25)));
  }

  @Test
  void installationWhoseJavaProgramIsGoneIsPassedOver() throws IOException {
    Files.delete(java26.resolve("bin/java"));
    assertEquals(Optional.of(java25), JavaChooser.newestJava(List.of(java26, java25)));
  }

  private Path install(String name, String release) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.createFile(home.resolve("bin/java"));
    Files.writeString(home.resolve("release"), release);
    return home;
  }
}
