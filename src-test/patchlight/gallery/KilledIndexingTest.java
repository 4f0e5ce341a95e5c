package patchlight.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import patchlight.network.Bundles;
import patchlight.network.TokenEncoder;

class KilledIndexingTest {
  private static final int PHOTOS = 300;

  @TempDir Path folder;

  @Test
  void killedProgramLeavesAWholeIndexThatIsResumed() throws Exception {
    Path photos = folder.resolve("photos");
    for (int i = 0; i < PHOTOS; i++) {
      Pictures.write(photos.resolve(i + ".png"), i);
    }
    Path index = folder.resolve("index");
    killAfterCommit(index, photos);

    try (FSDirectory directory = FSDirectory.open(index);
        CheckIndex check = new CheckIndex(directory)) {
      assertTrue(check.checkIndex().clean);
    }
    try (Gallery gallery = Gallery.open(index, "model");
        TokenEncoder encoder = Bundles.onCpu().newEncoder(2)) {
      int kept = gallery.size();
      assertTrue(kept > 0 && kept < PHOTOS, "kept " + kept);
      assertEquals(List.of(photos), gallery.roots());

      IndexReport resumed =
          new GalleryIndexer(gallery, encoder, new PhotoReader(encoder.manifest().side()), 1)
              .index(gallery.roots(), (done, total, current) -> true);

      assertEquals(kept, resumed.unchanged());
      assertEquals(PHOTOS - kept, resumed.added());
      assertEquals(PHOTOS, gallery.size());
    }
  }

  /** Starts another program that indexes, and kills it as soon as something was committed. */
  private static void killAfterCommit(Path index, Path photos) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(IndexingUntilKilled.class.getName());
    command.addAll(List.of(index.toString(), photos.toString()));
    Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder told = new StringBuilder();
    try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        told.append(line).append('\n');
        if (line.startsWith("indexed") && sizeOf(index) > 0) {
          program.destroyForcibly();
          break;
        }
      }
    } catch (IOException closedByTheKill) {
      // Its output ends with it.
    }
    assertTrue(program.waitFor() != 0, () -> "It ended by itself:\n" + told);
  }

  private static int sizeOf(Path index) throws GalleryException {
    try (Gallery gallery = Gallery.open(index, "model")) {
      return gallery.size();
    }
  }
}
