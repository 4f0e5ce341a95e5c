package patchlight.command;

import java.io.PrintWriter;
import patchlight.network.DevicePreference;
import patchlight.network.InstalledModels;
import patchlight.network.ModelBundle;
import patchlight.network.NetworkException;
import patchlight.network.NetworkRuntime;
import patchlight.settings.UserFolders;
import picocli.CommandLine.Option;

/** The network and the device of the person's choice. */
final class NetworkOptions {
  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "automatic",
      description =
          "Where the network runs: automatic (the GPU where it works, else the CPU), gpu or cpu."
              + " Default: ${DEFAULT-VALUE}.")
  private DevicePreference device = DevicePreference.AUTOMATIC;

  @Option(
      names = "--model",
      paramLabel = "NAME|FOLDER",
      defaultValue = InstalledModels.SHIPPED,
      description =
          "The model that is used: shipped, the name of an installed one (see patchlight models) or"
              + " a model's folder. Each has an index of its own. Default: ${DEFAULT-VALUE}.")
  private String model = InstalledModels.SHIPPED;

  /** The models of this person. */
  static InstalledModels models() {
    UserFolders folders = UserFolders.ofThisSystem();
    return new InstalledModels(folders.shippedModel(), folders.models());
  }

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
    ModelBundle bundle = models().open(model);
    NetworkRuntime runtime = new NetworkRuntime(bundle, device);
    if (device == DevicePreference.GPU) {
      runtime.note().ifPresent(err::println);
    }
    return runtime;
  }
}
