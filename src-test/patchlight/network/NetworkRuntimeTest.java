package patchlight.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.util.Utils;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRuntimeTest {
  @Test
  void cpuIsNothingToRemarkOn() throws NetworkException {
    NetworkRuntime runtime = new NetworkRuntime(Bundles.shipped(), DevicePreference.CPU);

    assertEquals("CPU", runtime.deviceName());
    assertEquals(Optional.empty(), runtime.note());
  }

  @Test
  void processorRunsTheIntegerEncoderWhereThereIsOne() throws NetworkException {
    assertEquals("int8", Bundles.onCpu().precision());
    assertEquals(
        "fp32", new NetworkRuntime(Bundles.shippedInFloats(), DevicePreference.CPU).precision());
  }

  @Test
  void exactEncoderComputesInFloatsOnAProcessorToo() throws NetworkException {
    float[] picture = new float[3 * 224 * 224];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = i % 17 / 17f;
    }
    NetworkRuntime floats = new NetworkRuntime(Bundles.shippedInFloats(), DevicePreference.CPU);
    try (TokenEncoder exact = Bundles.onCpu().newExactEncoder(2);
        TokenEncoder expected = floats.newEncoder(2)) {
      assertArrayEquals(
          expected.encode(picture).retrievalToken(), exact.encode(picture).retrievalToken());
    }
  }

  @Test
  void closedEncoderSaysSoInsteadOfWaiting() throws NetworkException {
    TokenEncoder encoder = Bundles.onCpu().newEncoder(1);
    encoder.close();

    assertThrows(IllegalStateException.class, () -> encoder.encode(new float[3 * 224 * 224]));
  }

  /** An integer graph takes its scales from all pictures that are encoded together. */
  @Test
  void pictureHasTheSameTokensAloneAndInCompany() throws NetworkException {
    float[] dark = new float[3 * 224 * 224];
    float[] bright = new float[dark.length];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = i % 29 / 29f - 1;
      bright[i] = i % 13 / 13f;
    }
    try (TokenEncoder encoder = Bundles.onCpu().newEncoder(2)) {
      assertArrayEquals(
          encoder.encode(List.of(dark, dark)).get(0).retrievalToken(),
          encoder.encode(List.of(bright, dark)).get(1).retrievalToken());
    }
  }

  @Test
  void automaticFallsBackToTheCpuWithANote() throws NetworkException {
    assumeNoGpuBuild();
    NetworkRuntime runtime = new NetworkRuntime(Bundles.shipped(), DevicePreference.AUTOMATIC);

    assertEquals("CPU", runtime.deviceName());
    assertTrue(runtime.note().orElseThrow().startsWith("No GPU in use"));
  }

  @Test
  void gpuThatDoesNotWorkIsExplained() throws NetworkException {
    assumeNoGpuBuild();
    NetworkRuntime runtime = new NetworkRuntime(Bundles.shipped(), DevicePreference.GPU);
    String note = runtime.note().orElseThrow();

    assertEquals("CPU", runtime.deviceName());
    assertTrue(note.contains("NVIDIA driver") && note.contains("CUDA 12 libraries"), note);
  }

  @Test
  void fileThatIsNoGraphIsNamed(@TempDir Path folder) throws NetworkException, IOException {
    ModelBundle bundle = ModelBundle.shipped(folder);
    Files.writeString(bundle.processorEncoderFile(), "no graph");
    NetworkRuntime runtime = new NetworkRuntime(bundle, DevicePreference.CPU);

    NetworkException refused =
        assertThrows(NetworkException.class, () -> runtime.newEncoder(1).close());

    assertEquals("network.graph.refused", refused.messageKey());
    assertTrue(
        refused.getMessage().contains(String.valueOf(bundle.processorEncoderFile().getFileName())));
  }

  @Test
  void djlIsOffline() {
    OfflineEngine.start();

    assertTrue(Utils.isOfflineMode());
    assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
  }

  /**
   * From 1.29 on, ONNX Runtime's own builds upload usage at start on Linux and macOS, before any
   * program could decline.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux-x64/libonnxruntime.so",
        "linux-aarch64/libonnxruntime.so",
        "osx-aarch64/libonnxruntime.dylib"
      })
  void onnxRuntimeCarriesNoUploader(String library) throws IOException {
    try (InputStream in =
        OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
      // The GPU build carries Linux only.
      if (in != null) {
        String code = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        assertFalse(code.contains("events.data.microsoft.com"), library);
      }
    }
  }

  private static void assumeNoGpuBuild() {
    OfflineEngine.start();
    assumeFalse(
        OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA),
        "the GPU build may find a GPU");
  }
}
