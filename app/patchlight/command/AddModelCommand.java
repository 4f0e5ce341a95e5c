package patchlight.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import patchlight.messages.Messages;
import patchlight.network.InstalledModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models add FOLDER}: installs a model. */
@Command(
    name = "add",
    description = {
      "Check a model and copy it among the installed ones.",
      "",
      "A model is a folder with manifest.json and two ONNX files. It is named after the name and the"
          + " version in its manifest."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class AddModelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "The model's folder; it is left as it is.")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    InstalledModel model = NetworkOptions.models().add(folder);
    spec.commandLine()
        .getOut()
        .println(Messages.text("command.models.added", model.name(), model.folder()));
    return 0;
  }
}
