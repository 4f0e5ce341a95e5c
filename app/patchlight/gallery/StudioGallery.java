package patchlight.gallery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * The photos that come with the program: rendered for it, so that there is something to find at
 * once.
 */
public final class StudioGallery {
  private static final String RESOURCES = "/gallery/";
  private static final String MANIFEST = "manifest.json";

  private StudioGallery() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Manifest(List<Entry> photos) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Entry(String category, String file) {}

  /**
   * Puts the photos into a folder, category by category, where they are absent or differ; copies of
   * an older version that are no longer shipped are left alone.
   *
   * @param folder in the user's data; made if absent
   * @return the folder, ready to be indexed
   * @throws GalleryException if it cannot be written
   */
  public static Path unpack(Path folder) throws GalleryException {
    try {
      byte[] manifest = resource(MANIFEST);
      Path done = folder.resolve(MANIFEST);
      for (Entry photo :
          JsonMapper.builder().build().readValue(manifest, Manifest.class).photos()) {
        Path copy = folder.resolve(photo.file()).normalize();
        if (!copy.startsWith(folder)) {
          throw new IOException(photo.file());
        }
        write(copy, resource(photo.file()));
      }
      write(done, manifest);
      return folder;
    } catch (IOException e) {
      throw IndexTrouble.explained(e, folder);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), "draft", ".part");
    try {
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = StudioGallery.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return in.readAllBytes();
    }
  }
}
