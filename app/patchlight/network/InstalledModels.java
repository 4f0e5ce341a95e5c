package patchlight.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models that a person can choose from: the shipped one, and one for each sub-folder of a
 * folder of the person's.
 */
public final class InstalledModels {
  /** The name of the model that comes with the program. */
  public static final String SHIPPED = "shipped";

  private final Path unpackInto;
  private final Path models;

  /**
   * The models of one person.
   *
   * @param unpackInto where the shipped model is unpacked; made if absent
   * @param models a sub-folder for each other model; made when the first one is added
   */
  public InstalledModels(Path unpackInto, Path models) {
    this.unpackInto = unpackInto;
    this.models = models;
  }

  /**
   * All models, each of them checked whole: the shipped one, then the others by name.
   *
   * @throws NetworkException if the folder of models cannot be read; a broken model is listed with
   *     its reason
   */
  public List<InstalledModel> list() throws NetworkException {
    List<InstalledModel> all = new ArrayList<>();
    all.add(look(SHIPPED));
    for (String name : names()) {
      all.add(look(name));
    }
    return all;
  }

  /**
   * The model of a name, or in any other folder.
   *
   * @param choice {@link #SHIPPED}, the name of an installed model, or a bundle's folder
   * @throws NetworkException if there is none, or what is wrong with it
   */
  public ModelBundle open(String choice) throws NetworkException {
    if (choice.equals(SHIPPED)) {
      return ModelBundle.shipped(unpackInto);
    }
    List<String> names = names();
    if (names.contains(choice)) {
      return ModelBundle.openForeign(models.resolve(choice));
    }
    Path folder = Path.of(choice);
    if (Files.exists(folder)) {
      return ModelBundle.openForeign(folder);
    }
    throw unknown(choice, names);
  }

  /**
   * Checks the bundle in a folder and copies it among the models, whole or not at all. Only its
   * manifest and graphs are copied.
   *
   * @return the installed model, named after the manifest's name and version
   * @throws NetworkException what is wrong with the bundle, or why it could not be copied
   */
  public InstalledModel add(Path folder) throws NetworkException {
    ModelBundle bundle = ModelBundle.openForeign(folder);
    refuseKnown(bundle);
    String name = nameOf(bundle.manifest());
    Path place = models.resolve(name);
    if (Files.exists(place)) {
      throw new NetworkException(
          "network.models.nameTaken", name, bundle.manifest().name(), bundle.manifest().version());
    }
    try {
      copy(bundle, place);
    } catch (IOException e) {
      throw new NetworkException(e, "network.models.notCopied", name, models, Reason.of(e));
    }
    return look(name);
  }

  /**
   * Deletes an installed model.
   *
   * @return what was deleted; its files are gone
   * @throws NetworkException if there is none of that name, or it cannot be deleted
   */
  public InstalledModel remove(String name) throws NetworkException {
    if (name.equals(SHIPPED)) {
      throw new NetworkException("network.models.shippedStays");
    }
    List<String> names = names();
    if (!names.contains(name)) {
      throw unknown(name, names);
    }
    InstalledModel gone = look(name);
    try {
      // Out of sight at once: half a model must not be listed if deleting stops in the middle.
      Path bin = Files.createTempDirectory(models, ".gone");
      Files.move(gone.folder(), bin.resolve(name));
      delete(bin);
    } catch (IOException e) {
      throw new NetworkException(e, "network.models.notRemoved", name, Reason.of(e));
    }
    return gone;
  }

  private InstalledModel look(String name) {
    Path folder = name.equals(SHIPPED) ? unpackInto : models.resolve(name);
    try {
      return InstalledModel.whole(name, open(name));
    } catch (NetworkException e) {
      return InstalledModel.broken(name, folder, e);
    }
  }

  /** Folders that begin with a dot are drafts of copies, or on their way out. */
  private List<String> names() throws NetworkException {
    try (Stream<Path> entries = Files.list(models)) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.startsWith(".") && !name.equals(SHIPPED))
          .sorted()
          .toList();
    } catch (NoSuchFileException noneYet) {
      return List.of();
    } catch (IOException e) {
      throw new NetworkException(e, "network.models.unreadable", models, Reason.of(e));
    }
  }

  private void refuseKnown(ModelBundle bundle) throws NetworkException {
    for (InstalledModel known : list()) {
      if (known.bundle().filter(other -> other.hash().equals(bundle.hash())).isPresent()) {
        throw new NetworkException("network.models.known", known.name());
      }
    }
  }

  private static String nameOf(Manifest manifest) {
    String name = manifest.name() + "-" + manifest.version();
    String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    return plain.replaceFirst("^[.-]+", "");
  }

  private void copy(ModelBundle bundle, Path place) throws IOException, NetworkException {
    Files.createDirectories(models);
    Path draft = Files.createTempDirectory(models, ".draft");
    try {
      Files.copy(bundle.folder().resolve(Manifest.FILE), draft.resolve(Manifest.FILE));
      Set<String> files =
          bundle.manifest().graphs().stream()
              .map(Manifest.GraphFile::file)
              .collect(Collectors.toSet());
      for (String file : files) {
        Files.copy(bundle.folder().resolve(file), draft.resolve(file));
      }
      // The copy and not only the original: a disk may be full, a stick pulled out.
      ModelBundle.open(draft);
      Files.move(draft, place);
    } finally {
      delete(draft);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : deepestFirst) {
      Files.delete(entry);
    }
  }

  private static NetworkException unknown(String name, List<String> names) {
    String all =
        Stream.concat(Stream.of(SHIPPED), names.stream()).collect(Collectors.joining(", "));
    return new NetworkException("network.models.unknown", name, all);
  }
}
