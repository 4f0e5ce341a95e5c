package patchlight.network;

import static java.util.Objects.requireNonNull;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The shipped network, for tests of any package; read in place, never written. */
public final class Bundles {
  private Bundles() {}

  public static Path shippedFolder() {
    try {
      Path manifest = Path.of(Bundles.class.getResource("/model/manifest.json").toURI());
      return requireNonNull(manifest.getParent());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  public static ModelBundle shipped() throws NetworkException {
    return ModelBundle.open(shippedFolder());
  }

  public static NetworkRuntime onCpu() throws NetworkException {
    return new NetworkRuntime(shipped(), DevicePreference.CPU);
  }
}
