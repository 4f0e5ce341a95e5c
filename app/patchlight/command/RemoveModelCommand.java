package patchlight.command;

import java.util.concurrent.Callable;
import patchlight.gallery.GalleryPlace;
import patchlight.messages.Messages;
import patchlight.network.InstalledModel;
import patchlight.settings.UserFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models remove NAME}: deletes an installed model and its index. */
@Command(
    name = "remove",
    description = "Delete an installed model and what it indexed. Your photos stay.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class RemoveModelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The model's name, as patchlight models lists it.")
  private String name;

  @Override
  public Integer call() throws Exception {
    InstalledModel gone = NetworkOptions.models().remove(name);
    if (gone.bundle().isPresent()) {
      GalleryPlace.discard(UserFolders.ofThisSystem().data(), gone.bundle().get());
    }
    spec.commandLine().getOut().println(Messages.text("command.models.removed", name));
    return 0;
  }
}
