package patchlight.network;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import patchlight.messages.Messages;

/**
 * Compares the tensors that a bundle's graphs really have with those that its manifest promises:
 * names, element type and shapes.
 */
final class TensorCheck {
  /** An axis of any length: pictures in a batch. */
  private static final long BATCH = -1;

  /** An axis of any fixed length: heads of an attention. */
  private static final long HEADS = -2;

  private final Manifest manifest;
  private final Path folder;

  TensorCheck(ModelBundle bundle) {
    this.manifest = bundle.manifest();
    this.folder = bundle.folder();
  }

  /**
   * Opens all graphs and looks at their tensors; runs nothing.
   *
   * @throws NetworkException naming the first tensor that is missing or has another type or shape
   */
  void run() throws NetworkException {
    long patches = manifest.patches();
    long rows = manifest.tokenRows();
    long patchDim = manifest.patchDim();
    checkEncoder(manifest.encoder().file());
    if (manifest.encoder().int8().isPresent()) {
      checkEncoder(manifest.encoder().int8().get().file());
    }
    Manifest.Matcher matcher = manifest.matcher();
    try (Tensors tensors = new Tensors(matcher.file())) {
      tensors.input("matcher.sketch", matcher.sketch(), 1, rows, patchDim);
      tensors.input("matcher.photos", matcher.photos(), BATCH, rows, patchDim);
      tensors.output("matcher.relationScore", matcher.relationScore(), BATCH);
      tensors.output("matcher.sketchToPhoto", matcher.sketchToPhoto(), BATCH, patches, patches);
      tensors.output("matcher.photoToSketch", matcher.photoToSketch(), BATCH, patches, patches);
    }
  }

  private void checkEncoder(String file) throws NetworkException {
    Manifest.Encoder encoder = manifest.encoder();
    try (Tensors tensors = new Tensors(file)) {
      tensors.input("encoder.input", encoder.input(), BATCH, 3, manifest.side(), manifest.side());
      tensors.output(
          "encoder.retrievalToken", encoder.retrievalToken(), BATCH, manifest.retrievalDim());
      tensors.output(
          "encoder.patchTokens",
          encoder.patchTokens(),
          BATCH,
          manifest.tokenRows(),
          manifest.patchDim());
      if (encoder.retrievalAttention().isPresent()) {
        tensors.output(
            "encoder.retrievalAttention",
            encoder.retrievalAttention().get(),
            BATCH,
            HEADS,
            manifest.patches());
      }
    }
  }

  /** The tensors of one graph. */
  private final class Tensors implements AutoCloseable {
    private final String file;
    private final OrtSession session;
    private final Map<String, NodeInfo> inputs;
    private final Map<String, NodeInfo> outputs;

    Tensors(String file) throws NetworkException {
      OfflineEngine.start();
      this.file = file;
      try (SessionOptions options = new SessionOptions()) {
        // Nothing is run, so nothing needs to be made fast.
        options.setOptimizationLevel(SessionOptions.OptLevel.NO_OPT);
        session =
            OrtEnvironment.getEnvironment().createSession(folder.resolve(file).toString(), options);
        inputs = session.getInputInfo();
        outputs = session.getOutputInfo();
      } catch (OrtException e) {
        throw new NetworkException(e, "network.graph.refused", file, folder, Reason.of(e));
      }
    }

    void input(String field, String name, long... shape) throws NetworkException {
      expect(field, name, inputs, "network.tensor.noInput", shape);
    }

    void output(String field, String name, long... shape) throws NetworkException {
      expect(field, name, outputs, "network.tensor.noOutput", shape);
    }

    private void expect(
        String field, String name, Map<String, NodeInfo> tensors, String missingKey, long... shape)
        throws NetworkException {
      NodeInfo tensor = tensors.get(name);
      if (tensor == null) {
        String has = String.join(", ", tensors.keySet());
        throw new NetworkException(missingKey, file, folder, name, field, has);
      }
      if (!(tensor.getInfo() instanceof TensorInfo found)
          || found.type != OnnxJavaType.FLOAT
          || !fits(found.getShape(), shape)) {
        throw new NetworkException(
            "network.tensor.wrong", file, folder, name, field, expected(shape), found(tensor));
      }
    }

    @Override
    public void close() throws NetworkException {
      try {
        session.close();
      } catch (OrtException e) {
        throw new NetworkException(e, "network.graph.refused", file, folder, Reason.of(e));
      }
    }
  }

  /** An axis whose length the graph leaves open fits any; a batch must be left open. */
  private static boolean fits(long[] found, long[] expected) {
    if (found.length != expected.length) {
      return false;
    }
    for (int axis = 0; axis < found.length; axis++) {
      if (found[axis] != BATCH && expected[axis] != HEADS && found[axis] != expected[axis]) {
        return false;
      }
    }
    return true;
  }

  private static String expected(long[] shape) {
    return Messages.text("network.tensor.float", shape(shape));
  }

  private static String found(NodeInfo tensor) {
    return tensor.getInfo() instanceof TensorInfo found
        ? found.type == OnnxJavaType.FLOAT
            ? Messages.text("network.tensor.float", shape(found.getShape()))
            : Messages.text(
                "network.tensor.other",
                found.type.name().toLowerCase(java.util.Locale.ROOT),
                shape(found.getShape()))
        : tensor.getInfo().toString();
  }

  private static String shape(long[] shape) {
    return Arrays.stream(shape)
        .mapToObj(length -> length == BATCH ? "B" : length == HEADS ? "H" : Long.toString(length))
        .collect(Collectors.joining(" × "));
  }
}
