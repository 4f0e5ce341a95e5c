package patchlight.network;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import patchlight.messages.Messages;

/** Where the network runs: chooses the device once and makes encoders and matchers for it. */
public final class NetworkRuntime {
  /** Pictures encoded at once; larger batches measured slower on a processor's caches. */
  private static final int BATCH = 8;

  /** Pictures encoded side by side in integers at most, each on a processor of its own. */
  private static final int MOST_LANES = 8;

  private final ModelBundle bundle;
  private final Device device;
  private final @Nullable String note;

  /**
   * Tries the GPU first unless the CPU is preferred; where it does not work the CPU takes its place
   * and {@link #note()} says why.
   *
   * @param bundle a verified network
   * @param preference where the person wants it to run
   */
  public NetworkRuntime(ModelBundle bundle, DevicePreference preference) {
    OfflineEngine.start();
    this.bundle = bundle;
    if (preference == DevicePreference.CPU) {
      device = Device.cpu();
      note = null;
      return;
    }
    Optional<String> obstacle = gpuObstacle(bundle);
    device = obstacle.isEmpty() ? Device.gpu() : Device.cpu();
    note =
        obstacle
            .map(why ->
                preference == DevicePreference.GPU
                    ? Messages.text("network.gpu.refused", why)
                    : Messages.text("network.gpu.fallback", why))
            .orElse(null);
  }

  public ModelBundle bundle() {
    return bundle;
  }

  /** As a person calls it: CPU or GPU. */
  public String deviceName() {
    return device.isGpu()
        ? Messages.text("network.device.gpu")
        : Messages.text("network.device.cpu");
  }

  /** How the weights of the encoder that runs are kept: fp32, fp16 or int8. */
  public String precision() {
    return runsInIntegers() ? "int8" : bundle.manifest().precision();
  }

  private boolean runsInIntegers() {
    return !device.isGpu() && bundle.manifest().encoder().int8().isPresent();
  }

  /** Why the network does not run where the person might expect it; empty where it does. */
  public Optional<String> note() {
    return Optional.ofNullable(note);
  }

  /**
   * A new encoder for searches and indexing; whoever asked for it closes it.
   *
   * @param threads processor threads that one picture, or several, are spread over
   */
  public TokenEncoder newEncoder(int threads) throws NetworkException {
    if (!runsInIntegers()) {
      return newExactEncoder(threads);
    }
    int lanes = Math.min(threads, MOST_LANES);
    Path file = bundle.processorEncoderFile();
    return TokenEncoder.oneByOne(
        graph(file, threads, 1), graph(file, 1, lanes), lanes, bundle.manifest());
  }

  /**
   * A new encoder that computes as the network was trained, for measurements that must not take
   * rounding for a difference: in integers a change of a pixel by a millionth moves a similarity by
   * thousandths. Whoever asked for it closes it.
   *
   * @param threads processor threads that one batch is spread over
   */
  public TokenEncoder newExactEncoder(int threads) throws NetworkException {
    boolean integers = bundle.manifest().precision().equals("int8");
    return TokenEncoder.inBatches(
        graph(bundle.encoderFile(), threads, 1), integers ? 1 : BATCH, bundle.manifest());
  }

  private Graph graph(Path file, int threads, int lanes) throws NetworkException {
    try {
      return new Graph(file, device, threads, lanes);
    } catch (IOException | MalformedModelException | RuntimeException e) {
      throw refused(String.valueOf(file.getFileName()), e);
    }
  }

  /**
   * A new matcher; whoever asked for it closes it.
   *
   * @param threads processor threads that one comparison is spread over
   */
  public RelationMatcher newMatcher(int threads) throws NetworkException {
    return new RelationMatcher(graph(bundle.matcherFile(), threads, 1), bundle.manifest());
  }

  private NetworkException refused(String file, Exception cause) {
    return new NetworkException(
        cause, "network.graph.refused", file, bundle.folder(), Reason.of(cause));
  }

  /**
   * ONNX Runtime lists CUDA wherever its GPU build is installed, and opens some CUDA libraries only
   * when they are first needed: only a picture that was really encoded shows that the GPU works.
   */
  private static Optional<String> gpuObstacle(ModelBundle bundle) {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      return Optional.of(Messages.text("network.gpu.notInBuild"));
    }
    try (TokenEncoder trial =
        TokenEncoder.inBatches(
            new Graph(bundle.encoderFile(), Device.gpu(), 1, 1), BATCH, bundle.manifest())) {
      trial.encode(new float[bundle.manifest().pixelValues()]);
      return Optional.empty();
    } catch (IOException | MalformedModelException | NetworkException | RuntimeException e) {
      return Optional.of(Messages.text("network.gpu.failed", Reason.of(e)));
    }
  }
}
