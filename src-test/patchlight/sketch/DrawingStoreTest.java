package patchlight.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingStoreTest {
  @TempDir Path folder;

  @Test
  void drawingSurvivesARestartWithItsTimes() throws Exception {
    new DrawingStore(folder.resolve("new/data")).save(Drawings.mug());

    assertEquals(Drawings.mug(), new DrawingStore(folder.resolve("new/data")).load());
  }

  @Test
  void firstStartIsBlank() {
    DrawingStore store = new DrawingStore(folder);

    assertTrue(store.load().isBlank());
    assertEquals(Optional.empty(), store.note());
  }

  @Test
  void clearedDrawingComesBackBlank() throws Exception {
    DrawingStore store = new DrawingStore(folder);
    store.save(Drawings.mug());
    store.save(Sketch.BLANK);

    assertTrue(store.load().isBlank());
    assertEquals(Optional.empty(), store.note());
  }

  @Test
  void damagedDrawingIsKeptAside() throws Exception {
    String damaged = "{\"drawing\":[[[1,2],";
    Files.writeString(folder.resolve("drawing.ndjson"), damaged);
    DrawingStore store = new DrawingStore(folder);

    assertTrue(store.load().isBlank());
    assertEquals(damaged, Files.readString(folder.resolve("drawing.damaged.ndjson")));
    assertTrue(store.note().orElseThrow().contains("drawing.damaged.ndjson"));
  }

  @Test
  void folderThatCannotBeMadeIsNamed() throws Exception {
    Path blocked = Files.writeString(folder.resolve("blocked"), "");

    SketchException e =
        assertThrows(SketchException.class, () -> new DrawingStore(blocked).save(Drawings.mug()));
    assertEquals("sketch.unwritable", e.messageKey());
  }
}
