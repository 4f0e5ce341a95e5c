package patchlight.network;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

/** ONNX Runtime behind DJL, told to stay silent before the first DJL class could call home. */
final class OfflineEngine {
  static final String NAME = "OnnxRuntime";

  private static final Engine ENGINE = startOffline();

  private OfflineEngine() {}

  static Engine start() {
    return ENGINE;
  }

  private static Engine startOffline() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    // DJL would otherwise look for (and fetch) a second engine for array arithmetic.
    System.setProperty("ai.djl.onnx.disable_alternative", "true");
    Engine engine = Engine.getEngine(NAME);
    try {
      OrtEnvironment.getEnvironment().setTelemetry(false);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime keeps its telemetry on", e);
    }
    return engine;
  }
}
