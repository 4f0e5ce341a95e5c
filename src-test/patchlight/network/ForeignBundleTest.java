package patchlight.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles that somebody else made: of other sizes, incomplete, or wrong. */
class ForeignBundleTest {
  @TempDir Path folder;

  @BeforeEach
  void copyTheSmallBundle() throws IOException {
    Bundles.copyOfSmall(folder);
  }

  @Test
  void whatIsOptionalMayBeAbsent() throws NetworkException {
    Manifest manifest = ModelBundle.openForeign(folder).manifest();

    assertArrayEquals(new float[24], manifest.sketchShift());
    assertArrayEquals(new float[0], manifest.sketchTurns());
    assertTrue(manifest.photoTruth().right(0.5).isEmpty());
    assertFalse(manifest.rerank());
    assertEquals(36, manifest.patches());
    assertEquals(36, manifest.tokenRows());
    assertEquals(Optional.of("CC0"), manifest.license());
    assertEquals(Optional.of("random numbers"), manifest.source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fp16", "int8"})
  void everyPrecisionIsKnown(String precision) throws NetworkException, IOException {
    Bundles.edit(folder, manifest -> manifest.put("precision", precision));

    assertEquals(precision, ModelBundle.openForeign(folder).manifest().precision());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "version",
        "side",
        "grid",
        "mean",
        "std",
        "retrievalDim",
        "patchDim",
        "encoder.file",
        "encoder.sha256",
        "encoder.input",
        "encoder.retrievalToken",
        "encoder.patchTokens",
        "matcher.file",
        "matcher.sha256",
        "matcher.sketch",
        "matcher.photos",
        "matcher.relationScore",
        "matcher.sketchToPhoto",
        "matcher.photoToSketch",
        "precision",
        "training",
        "metrics"
      })
  void missingFieldIsNamed(String field) throws IOException {
    Bundles.edit(
        folder,
        manifest -> {
          String[] names = field.split("\\.", -1);
          ObjectNode object = names.length == 1 ? manifest : Bundles.object(manifest, names[0]);
          object.remove(names[names.length - 1]);
        });

    assertRefused("network.manifest.lacks", "the field " + field + ". It must be ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          side         | 0            | a whole number above 0
          grid         | 61           | a whole number from 1 to 60
          retrievalDim | 1025         | a whole number from 1 to 1024
          patchDim     | 1.5          | a whole number above 0
          leadingTokens | -1          | a whole number, 0 or above, but is -1
          mean         | [0, 1]       | a list of 3 numbers, but is a list of 2
          std          | [1, 1, "1"]  | a list of 3 numbers
          name         | 5            | a text, but is 5
          precision    | "fp64"       | fp32, fp16 or int8, but is "fp64"
          rerank       | "yes"        | true or false
          sketchShift  | [1]          | a list of 24 numbers, but is a list of 1
          encoder      | {"file": "e.onnx", "sha256": "0000000000000000000000000000000000000000000000000000000000000000", "input": "i", "retrievalToken": "r", "patchTokens": "p", "int8": {"file": "a/b"}} | encoder.int8.file must be the name of a file in this folder
          photoTruth   | {"similarities": [0.5, 0.2], "right": [0.1, 0.2]} | photoTruth.similarities must be a list of rising numbers above 0, to 1
          sketchTurns  | [8, 60]      | a list of at most 8 numbers of degrees from -45 to 45, but is a list of 2
          metrics      | []           | an object
          matcher      | {"file": "m.onnx", "sha256": "0000000000000000000000000000000000000000000000000000000000000000", "sketch": "s", "photos": "p", "relationScore": "r", "sketchToPhoto": "t", "photoToSketch": "b", "lineTruth": {"strengths": [0.5, 0.2], "right": [0.1, 0.2]}} | matcher.lineTruth.strengths must be a list of rising numbers above 0, to 1
          encoder      | {"file": "../model.onnx"} | the name of a file in this folder
          """)
  void wrongFieldIsNamedWithWhatItMustBe(String field, String json, String said)
      throws IOException {
    JsonNode value = new ObjectMapper().readTree(json);
    Bundles.edit(folder, manifest -> manifest.set(field, value));

    assertRefused("network.manifest.wrong", said);
  }

  @Test
  void manifestThatIsNoJsonIsNamed() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{\"name\": ");

    assertRefused("network.manifest.noJson", "manifest.json");
  }

  @Test
  void sumThatDiffersIsToldWithBothSums() throws IOException {
    String sum = "0".repeat(64);
    Bundles.edit(folder, manifest -> Bundles.object(manifest, "matcher").put("sha256", sum));

    String found = Sha256.of(folder.resolve("small-matcher.onnx"));
    assertRefused("network.bundle.altered", "should be " + sum + ", but is " + found);
  }

  @ParameterizedTest
  @CsvSource({
    "encoder, input, network.tensor.noInput, its inputs are image",
    "encoder, patchTokens, network.tensor.noOutput, 'its outputs are token, patches'",
    "matcher, photos, network.tensor.noInput, 'its inputs are drawn, seen'",
    "matcher, relationScore, network.tensor.noOutput, 'its outputs are score, there, back'"
  })
  void missingTensorIsNamedWithThoseThatThereAre(
      String graph, String field, String key, String said) throws IOException {
    Bundles.edit(folder, manifest -> Bundles.object(manifest, graph).put(field, "lost"));

    assertRefused(key, said);
    assertRefused(key, "“lost”, which manifest.json names as " + graph + "." + field);
  }

  @ParameterizedTest
  @CsvSource({
    "side, 66, “image” (encoder.input), float32 B × 3 × 66 × 66, float32 B × 3 × 60 × 60",
    "retrievalDim, 32, “token” (encoder.retrievalToken), float32 B × 32, float32 B × 24",
    "patchDim, 8, “patches” (encoder.patchTokens), float32 B × 36 × 8, float32 B × 36 × 12",
    "leadingTokens, 1, “patches” (encoder.patchTokens), float32 B × 37 × 12, float32 B × 36 × 12"
  })
  void tensorOfAnotherShapeIsNamedWithBothShapes(
      String field, int value, String tensor, String expected, String found) throws IOException {
    Bundles.edit(folder, manifest -> manifest.put(field, value));

    assertRefused("network.tensor.wrong", tensor);
    assertRefused("network.tensor.wrong", "must be " + expected + ", but is " + found);
  }

  @Test
  void tensorsOfAnIntegerEncoderAreCheckedToo() throws IOException {
    Bundles.addInt8(folder, "small-matcher.onnx");

    assertRefused("network.tensor.noInput", "int8.onnx");
  }

  @Test
  void inputThatTakesOnePictureOnlyIsRefused() throws IOException {
    Bundles.edit(
        folder,
        manifest ->
            Bundles.object(manifest, "matcher").put("sketch", "seen").put("photos", "drawn"));

    assertRefused(
        "network.tensor.wrong", "must be float32 B × 36 × 12, but is float32 1 × 36 × 12");
  }

  @Test
  void folderThatIsNoneIsNamed() {
    NetworkException refused =
        assertThrows(
            NetworkException.class, () -> ModelBundle.openForeign(folder.resolve("nowhere")));

    assertEquals("network.bundle.noFolder", refused.messageKey());
  }

  private void assertRefused(String key, String said) {
    NetworkException refused =
        assertThrows(NetworkException.class, () -> ModelBundle.openForeign(folder));
    assertEquals(key, refused.messageKey(), refused.getMessage());
    assertTrue(refused.getMessage().contains(said), refused.getMessage());
  }
}
