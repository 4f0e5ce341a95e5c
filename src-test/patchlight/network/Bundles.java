package patchlight.network;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Networks for tests of any package: the shipped one, and small ones of other sizes that
 * src-test/model/write_small_bundle.py and write_leading_token_bundle.py made. They are read in
 * place and never written.
 */
public final class Bundles {
  private static final JsonMapper JSON = new JsonMapper();

  private Bundles() {}

  public static Path shippedFolder() {
    return folderOf("/model/manifest.json");
  }

  public static ModelBundle shipped() throws NetworkException {
    return ModelBundle.open(shippedFolder());
  }

  /** The shipped network without its integer encoder, as a GPU runs it. */
  public static ModelBundle shippedInFloats() throws NetworkException {
    ModelBundle shipped = shipped();
    Manifest.Encoder encoder = shipped.manifest().encoder();
    return with(
        shipped,
        new Manifest.Encoder(
            encoder.file(),
            encoder.sha256(),
            encoder.input(),
            encoder.retrievalToken(),
            encoder.patchTokens(),
            encoder.retrievalAttention(),
            Optional.empty()));
  }

  /** The same bundle, said to have another encoder. */
  static ModelBundle with(ModelBundle bundle, Manifest.Encoder encoder) {
    Manifest m = bundle.manifest();
    Manifest manifest =
        new Manifest(
            m.name(),
            m.version(),
            m.side(),
            m.grid(),
            m.mean(),
            m.std(),
            m.retrievalDim(),
            m.patchDim(),
            m.leadingTokens(),
            encoder,
            m.matcher(),
            m.precision(),
            m.sketchShift(),
            m.sketchTurns(),
            m.photoTruth(),
            m.rerank(),
            m.training(),
            m.metrics(),
            m.license(),
            m.source());
    return new ModelBundle(bundle.folder(), manifest);
  }

  public static NetworkRuntime onCpu() throws NetworkException {
    return new NetworkRuntime(shipped(), DevicePreference.CPU);
  }

  /** 60 pixels a side, 6 × 6 patches, tokens of 24 and 12 values, no shift. */
  public static Path smallFolder() {
    return folderOf("/golden/small-bundle/manifest.json");
  }

  /** 32 pixels a side, 4 × 4 patches of three values, one leading row that is no place. */
  public static Path leadingTokenFolder() {
    return folderOf("/golden/leading-token-bundle/manifest.json");
  }

  /** A copy of the small bundle, to be altered. */
  public static Path copyOfSmall(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : List.of("manifest.json", "small-encoder.onnx", "small-matcher.onnx")) {
      Files.copy(
          smallFolder().resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    return folder;
  }

  /** How a manifest is altered. */
  @FunctionalInterface
  public interface Edit {
    void apply(ObjectNode manifest) throws IOException;
  }

  /** Alters the manifest of a copy. */
  public static void edit(Path folder, Edit edit) throws IOException {
    Path file = folder.resolve("manifest.json");
    ObjectNode manifest = (ObjectNode) JSON.readTree(file.toFile());
    edit.apply(manifest);
    JSON.writeValue(file.toFile(), manifest);
  }

  /** Gives a copy an integer encoder: another of its files under another name. */
  static void addInt8(Path folder, String graph) throws IOException {
    Path file = folder.resolve("int8.onnx");
    Files.copy(folder.resolve(graph), file);
    String sum = Sha256.of(file);
    edit(
        folder,
        manifest ->
            object(manifest, "encoder")
                .putObject("int8")
                .put("file", "int8.onnx")
                .put("sha256", sum));
  }

  static ObjectNode object(ObjectNode manifest, String field) {
    return (ObjectNode) manifest.get(field);
  }

  /** An ONNX file that means the same but has another sum: its field doc_string says a word. */
  static byte[] withNote(byte[] onnx) {
    byte[] noted = java.util.Arrays.copyOf(onnx, onnx.length + 3);
    noted[onnx.length] = 6 << 3 | 2;
    noted[onnx.length + 1] = 1;
    noted[onnx.length + 2] = 'x';
    return noted;
  }

  private static Path folderOf(String resource) {
    try {
      Path file = Path.of(requireNonNull(Bundles.class.getResource(resource)).toURI());
      return requireNonNull(file.getParent());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
