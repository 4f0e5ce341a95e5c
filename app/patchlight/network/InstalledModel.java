package patchlight.network;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that was put where the program looks for models: whole, or broken with a reason.
 *
 * @param name by which it is chosen: {@link InstalledModels#SHIPPED}, or its folder's name
 * @param folder where its files are
 * @param bundle what it is; empty where it cannot be used
 * @param obstacle why it cannot be used, and what to do; empty where it can
 */
public record InstalledModel(
    String name, Path folder, Optional<ModelBundle> bundle, Optional<String> obstacle) {

  static InstalledModel whole(String name, ModelBundle bundle) {
    return new InstalledModel(name, bundle.folder(), Optional.of(bundle), Optional.empty());
  }

  static InstalledModel broken(String name, Path folder, NetworkException why) {
    return new InstalledModel(name, folder, Optional.empty(), Optional.of(why.getMessage()));
  }
}
