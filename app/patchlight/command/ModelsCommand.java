package patchlight.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import patchlight.messages.Messages;
import patchlight.network.InstalledModel;
import patchlight.network.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code models}: lists the models that can be chosen. */
@Command(
    name = "models",
    description = {
      "List the models that can be chosen with --model.",
      "",
      "Each is checked: its files against their sums, its tensors against its manifest. One that"
          + " cannot be used is listed with the reason."
    },
    subcommands = {AddModelCommand.class, RemoveModelCommand.class},
    synopsisSubcommandLabel = "[COMMAND]")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls.
final class ModelsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    List<InstalledModel> models = NetworkOptions.models().list();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(json(models)));
    } else {
      out.print(table(models));
      for (InstalledModel model : models) {
        model.obstacle().ifPresent(why -> out.println(model.name() + ": " + why));
      }
    }
    return 0;
  }

  private static TextTable table(List<InstalledModel> models) {
    TextTable table = new TextTable("name", "network", "version", "precision", "licence");
    for (InstalledModel model : models) {
      if (model.bundle().isEmpty()) {
        table.row(model.name(), Messages.text("command.models.broken"), "", "", "");
        continue;
      }
      Manifest manifest = model.bundle().get().manifest();
      table.row(
          model.name(),
          manifest.name(),
          manifest.version(),
          manifest.precisions(),
          manifest.license().orElse(""));
    }
    return table;
  }

  private static ArrayNode json(List<InstalledModel> models) {
    ArrayNode rows = Json.array();
    for (InstalledModel model : models) {
      ObjectNode row = rows.addObject();
      row.put("name", model.name());
      row.put("folder", model.folder().toString());
      row.put("usable", model.bundle().isPresent());
      model.obstacle().ifPresent(why -> row.put("obstacle", why));
      model
          .bundle()
          .ifPresent(bundle -> {
            Manifest manifest = bundle.manifest();
            row.put("hash", bundle.hash());
            row.put("network", manifest.name());
            row.put("version", manifest.version());
            row.put("precision", manifest.precision());
            row.put("int8", manifest.encoder().int8().isPresent());
            row.put("side", manifest.side());
            row.put("grid", manifest.grid());
            row.put("retrievalDim", manifest.retrievalDim());
            row.put("patchDim", manifest.patchDim());
            manifest.license().ifPresent(license -> row.put("license", license));
            manifest.source().ifPresent(source -> row.put("source", source));
          });
    }
    return rows;
  }
}
