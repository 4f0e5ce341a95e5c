package patchlight.command;

import java.io.PrintWriter;
import patchlight.network.DevicePreference;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.settings.UserFolders;
import picocli.CommandLine.Option;

/** The network that comes with the program, on the device of the person's choice. */
final class NetworkOptions {
  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "automatic",
      description =
          "Where the network runs: automatic (the GPU where it works, else the CPU), gpu or cpu."
              + " Default: ${DEFAULT-VALUE}.")
  private DevicePreference device = DevicePreference.AUTOMATIC;

  /** Processor threads this computer offers. */
  static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Threads that decode photos while the encoder works. */
  static int decodeThreads() {
    return Math.max(1, processors() / 2);
  }

  /**
   * Makes the network ready.
   *
   * @param err told where the network does not run as asked
   */
  NetworkRuntime open(PrintWriter err) throws NetworkException {
    ModelBundle bundle = ModelBundle.shipped(UserFolders.ofThisSystem().data().resolve("model"));
    NetworkRuntime runtime = new NetworkRuntime(bundle, device);
    if (device == DevicePreference.GPU) {
      runtime.note().ifPresent(err::println);
    }
    return runtime;
  }
}
