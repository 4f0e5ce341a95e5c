package patchlight.network;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * One ONNX graph, ready to run: plain arrays in, plain arrays out.
 *
 * <p>A DJL predictor belongs to one thread, so there is one for each lane: as many calls run at the
 * same time, and others wait.
 */
final class Graph implements AutoCloseable {

  /** One named tensor that goes in. */
  record Input(String name, FloatBuffer values, long... shape) {}

  /** What goes in, and the outputs that are worth copying out. */
  record Question(List<Input> inputs, List<String> wanted) {}

  private final Model model;
  private final Queue<Predictor<Question, List<float[]>>> idle = new ConcurrentLinkedQueue<>();
  private final Semaphore free;
  private final int lanes;

  /**
   * @param file the ONNX file
   * @param device where it runs
   * @param threads processor threads of one run
   * @param lanes how many runs there may be at the same time
   * @throws IOException if the file cannot be read
   * @throws MalformedModelException if ONNX Runtime refuses the file or the device
   */
  Graph(Path file, Device device, int threads, int lanes)
      throws IOException, MalformedModelException {
    OfflineEngine.start();
    this.lanes = lanes;
    free = new Semaphore(lanes);
    model = Model.newInstance(file.getFileName().toString(), device, OfflineEngine.NAME);
    try (SessionOptions options = sessionOptions(threads)) {
      model.load(file, null, Map.of("sessionOptions", options));
      for (int lane = 0; lane < lanes; lane++) {
        idle.add(model.newPredictor(new PlainArrays()));
      }
    } catch (OrtException e) {
      model.close();
      throw new MalformedModelException(e.getMessage(), e);
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /** The wanted outputs in the order they were asked for. */
  List<float[]> run(Question question) throws TranslateException {
    free.acquireUninterruptibly();
    try {
      Predictor<Question, List<float[]>> predictor = idle.poll();
      if (predictor == null) {
        throw new IllegalStateException("The graph is closed");
      }
      try {
        return predictor.predict(question);
      } finally {
        idle.add(predictor);
      }
    } finally {
      free.release();
    }
  }

  /** Waits for the runs that have begun. */
  @Override
  public void close() {
    free.acquireUninterruptibly(lanes);
    idle.forEach(Predictor::close);
    idle.clear();
    model.close();
    free.release(lanes);
  }

  private static SessionOptions sessionOptions(int threads) throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    // Waiting threads that spin would take the processor from the pen and from photo decoding.
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    return options;
  }

  private static final class PlainArrays implements NoBatchifyTranslator<Question, List<float[]>> {
    @Override
    public NDList processInput(TranslatorContext context, Question question) {
      NDList inputs = new NDList();
      for (Input input : question.inputs()) {
        NDArray tensor = context.getNDManager().create(input.values(), new Shape(input.shape()));
        tensor.setName(input.name());
        inputs.add(tensor);
      }
      context.setAttachment("wanted", question.wanted());
      return inputs;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<float[]> processOutput(TranslatorContext context, NDList outputs) {
      List<float[]> values = new ArrayList<>();
      for (String name : (List<String>) context.getAttachment("wanted")) {
        values.add(outputs.get(name).toFloatArray());
      }
      return values;
    }
  }
}
