package patchlight.gallery;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import patchlight.network.DevicePreference;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkRuntime;
import patchlight.network.Sha256;
import patchlight.network.TokenEncoder;

/**
 * Writes the tokens that the program ships for its own photos. To be run after a change of the
 * network or of the photos, from the repository's root.
 */
public final class StudioTokensWriter {
  private static final Path GALLERY = Path.of("assets", "gallery");

  private StudioTokensWriter() {}

  public static void main(String[] args) throws Exception {
    Path scratch = Files.createTempDirectory("studio-tokens");
    ModelBundle bundle = ModelBundle.shipped(scratch.resolve("model"));
    int processors = Runtime.getRuntime().availableProcessors();
    try (TokenEncoder encoder =
            new NetworkRuntime(bundle, DevicePreference.CPU).newEncoder(processors);
        Gallery gallery = Gallery.open(scratch.resolve("index"), bundle.hash())) {
      PhotoReader reader = new PhotoReader(bundle.manifest().side());
      new GalleryIndexer(gallery, encoder, reader, processors)
          .index(List.of(GALLERY.resolve("photos")), (done, total, current) -> true);
      write(gallery, bundle.hash());
    } finally {
      delete(scratch);
    }
  }

  private static void write(Gallery gallery, String modelHash) throws Exception {
    List<PhotoEntry> entries = new ArrayList<>();
    for (Path photo : gallery.pathsBelow(GALLERY.resolve("photos").toAbsolutePath())) {
      entries.add(gallery.findContent(Sha256.of(photo)).orElseThrow());
    }
    entries.sort(Comparator.comparing(entry -> entry.photo().path()));
    Path file = GALLERY.resolve("tokens.bin");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      StudioTokens.write(out, modelHash, entries);
    }
    System.out.println(entries.size() + " photos in " + file);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
