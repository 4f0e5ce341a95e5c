package patchlight.network;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A network on disk: its manifest and its ONNX graphs, known to be whole.
 *
 * @param folder where the files are
 * @param manifest what they are
 */
public record ModelBundle(Path folder, Manifest manifest) {
  private static final String SHIPPED = "/model/";

  /**
   * Opens the bundle in a folder after comparing its graphs with the sums in its manifest.
   *
   * @throws NetworkException naming the file that is missing, altered or unreadable, or the field
   *     that the manifest lacks
   */
  public static ModelBundle open(Path folder) throws NetworkException {
    Manifest manifest = ManifestReader.read(readManifest(folder), folder);
    for (Manifest.GraphFile graph : manifest.graphs()) {
      verify(folder, graph.file(), graph.sha256());
    }
    return new ModelBundle(folder, manifest);
  }

  /**
   * Opens the bundle in a folder that somebody else filled: beside the sums, the tensors of all
   * graphs are compared with what the manifest promises.
   *
   * @throws NetworkException naming the file, field or tensor that is missing or wrong, and what
   *     was expected and found
   */
  public static ModelBundle openForeign(Path folder) throws NetworkException {
    if (!Files.isDirectory(folder)) {
      throw new NetworkException("network.bundle.noFolder", folder);
    }
    ModelBundle bundle = open(folder);
    new TensorCheck(bundle).run();
    return bundle;
  }

  /**
   * The network that comes with the program. ONNX Runtime reads files, not class-path resources, so
   * they are copied first where they are absent or differ.
   *
   * @param unpackInto a folder of the user's; made if absent
   * @throws NetworkException if the copy cannot be written or is not what was shipped
   */
  public static ModelBundle shipped(Path unpackInto) throws NetworkException {
    byte[] json = shippedBytes(Manifest.FILE);
    try {
      if (Arrays.equals(json, readManifest(unpackInto))) {
        return open(unpackInto);
      }
    } catch (NetworkException absentOrAltered) {
      // The copy below puts it right.
    }
    Manifest manifest = ManifestReader.read(json, unpackInto);
    for (Manifest.GraphFile graph : manifest.graphs()) {
      write(unpackInto, graph.file(), shippedBytes(graph.file()));
    }
    write(unpackInto, Manifest.FILE, json);
    return open(unpackInto);
  }

  /** Whether this is the network that comes with the program, wherever it lies. */
  public boolean isShipped() throws NetworkException {
    byte[] json = shippedBytes(Manifest.FILE);
    return hash().equals(new ModelBundle(folder, ManifestReader.read(json, folder)).hash());
  }

  /** SHA-256 over all graphs' sums, in hex: tokens of bundles with equal hashes can be compared. */
  public String hash() {
    String sums =
        manifest.graphs().stream().map(Manifest.GraphFile::sha256).collect(Collectors.joining());
    return Sha256.of(sums.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
  }

  Path encoderFile() {
    return folder.resolve(manifest.encoder().file());
  }

  /** The encoder for processors: in integers where there is such a graph. */
  Path processorEncoderFile() {
    return manifest
        .encoder()
        .int8()
        .map(graph -> folder.resolve(graph.file()))
        .orElse(encoderFile());
  }

  Path matcherFile() {
    return folder.resolve(manifest.matcher().file());
  }

  private static byte[] readManifest(Path folder) throws NetworkException {
    try {
      return Files.readAllBytes(folder.resolve(Manifest.FILE));
    } catch (NoSuchFileException e) {
      throw new NetworkException(e, "network.bundle.missing", Manifest.FILE, folder);
    } catch (IOException e) {
      throw new NetworkException(
          e, "network.bundle.unreadable", Manifest.FILE, folder, Reason.of(e));
    }
  }

  private static void verify(Path folder, String file, String sha256) throws NetworkException {
    try {
      String found = Sha256.of(folder.resolve(file));
      if (!found.equalsIgnoreCase(sha256)) {
        throw new NetworkException("network.bundle.altered", file, folder, sha256, found);
      }
    } catch (NoSuchFileException e) {
      throw new NetworkException(e, "network.bundle.missing", file, folder);
    } catch (IOException e) {
      throw new NetworkException(e, "network.bundle.unreadable", file, folder, Reason.of(e));
    }
  }

  private static byte[] shippedBytes(String file) throws NetworkException {
    try (InputStream resource = ModelBundle.class.getResourceAsStream(SHIPPED + file)) {
      if (resource == null) {
        throw new FileNotFoundException(file);
      }
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new NetworkException(e, "network.bundle.notShipped", file);
    }
  }

  /**
   * Another instance may unpack or read at the same time, so a file appears whole or not at all.
   */
  private static void write(Path folder, String file, byte[] bytes) throws NetworkException {
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, file, ".part");
      try {
        Files.write(draft, bytes);
        Files.move(draft, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new NetworkException(e, "network.bundle.notWritten", file, folder, Reason.of(e));
    }
  }
}
