package patchlight.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {
  @TempDir Path folder;

  @Test
  void shippedBundleIsUnpackedWhole() throws NetworkException, IOException {
    ModelBundle bundle = ModelBundle.shipped(folder.resolve("a/b"));

    assertEquals(224, bundle.manifest().side());
    assertEquals(196, bundle.manifest().patches());
    try (Stream<Path> files = Files.list(bundle.folder())) {
      assertEquals(4, files.count());
    }
  }

  @Test
  void missingGraphIsNamed() throws NetworkException, IOException {
    ModelBundle bundle = ModelBundle.shipped(folder);
    Files.delete(bundle.matcherFile());

    assertRefused("network.bundle.missing", bundle.manifest().matcher().file());
  }

  @Test
  void alteredGraphIsNamed() throws NetworkException, IOException {
    ModelBundle bundle = ModelBundle.shipped(folder);
    alter(bundle.encoderFile());

    assertRefused("network.bundle.altered", bundle.manifest().encoder().file());
  }

  @Test
  void missingManifestIsNamed() {
    assertRefused("network.bundle.missing", "manifest.json");
  }

  @Test
  void manifestThatSaysTooLittleIsNamed() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"name\": \"half\"}");

    assertRefused("network.manifest.lacks", "manifest.json");
  }

  @Test
  void alteredCopyIsUnpackedAnew() throws NetworkException, IOException {
    Path encoder = ModelBundle.shipped(folder).encoderFile();
    byte[] whole = Files.readAllBytes(encoder);
    alter(encoder);

    ModelBundle.shipped(folder);

    assertArrayEquals(whole, Files.readAllBytes(encoder));
  }

  @Test
  void wholeCopyIsLeftAlone() throws NetworkException, IOException {
    Path encoder = ModelBundle.shipped(folder).encoderFile();
    var before = Files.getAttribute(encoder, "lastModifiedTime");

    ModelBundle.shipped(folder);

    assertEquals(before, Files.getAttribute(encoder, "lastModifiedTime"));
  }

  @Test
  void folderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    NetworkException refused =
        assertThrows(NetworkException.class, () -> ModelBundle.shipped(file.resolve("model")));

    assertEquals("network.bundle.notWritten", refused.messageKey());
  }

  @Test
  void anotherEncoderMakesAnotherHash() throws NetworkException {
    ModelBundle bundle = Bundles.shipped();
    Manifest.Encoder encoder = bundle.manifest().encoder();
    Manifest.Encoder other =
        new Manifest.Encoder(
            encoder.file(),
            Sha256.of("another".getBytes(StandardCharsets.UTF_8)),
            encoder.input(),
            encoder.retrievalToken(),
            encoder.patchTokens(),
            encoder.retrievalAttention(),
            encoder.int8());

    assertEquals(64, bundle.hash().length());
    assertNotEquals(bundle.hash(), Bundles.with(bundle, other).hash());
  }

  @Test
  void tokensOfBundlesWithAndWithoutAnIntegerEncoderAreNotCompared() throws NetworkException {
    assertNotEquals(Bundles.shipped().hash(), Bundles.shippedInFloats().hash());
  }

  @Test
  void alteredIntegerEncoderIsNamed() throws NetworkException, IOException {
    ModelBundle bundle = ModelBundle.shipped(folder);
    alter(bundle.processorEncoderFile());

    assertRefused(
        "network.bundle.altered", bundle.manifest().encoder().int8().orElseThrow().file());
  }

  @Test
  void sumOfAKnownText() {
    // FIPS 180-2, appendix B.1.
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)));
  }

  private void assertRefused(String key, String file) {
    NetworkException refused = assertThrows(NetworkException.class, () -> ModelBundle.open(folder));
    assertEquals(key, refused.messageKey());
    assertTrue(refused.getMessage().contains(file), refused.getMessage());
  }

  private static void alter(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
