package patchlight.ui.settings;

import java.nio.file.Path;
import java.util.function.Consumer;
import patchlight.network.InstalledModel;

/**
 * What the menu of models can ask for.
 *
 * @param list looks which models there are
 * @param add checks and installs the model in a folder
 * @param explain says why a model cannot be used
 */
public record ModelActions(Runnable list, Consumer<Path> add, Consumer<InstalledModel> explain) {}
