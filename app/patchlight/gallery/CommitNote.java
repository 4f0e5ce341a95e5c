package patchlight.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each commit of the index says of itself.
 *
 * @param modelHash of the network that made the tokens
 * @param roots folders that were indexed, in the order they were added
 * @param waiting folders that another model's index has and that are to be indexed when the person
 *     asks for it
 */
record CommitNote(String modelHash, List<Path> roots, List<Path> waiting) {
  private static final String MODEL = "model";
  private static final String ROOTS = "roots";
  private static final String WAITING = "waiting";
  private static final JsonMapper JSON = new JsonMapper();

  CommitNote {
    roots = List.copyOf(roots);
    waiting = List.copyOf(waiting);
  }

  /**
   * Reads a commit's user data; an index that says nothing yet was made by no model.
   *
   * @param userData keys and values
   */
  static CommitNote parse(Iterable<Map.Entry<String, String>> userData) {
    String model = "";
    String roots = "[]";
    String waiting = "[]";
    for (Map.Entry<String, String> entry : userData) {
      switch (entry.getKey()) {
        case MODEL -> model = entry.getValue();
        case ROOTS -> roots = entry.getValue();
        case WAITING -> waiting = entry.getValue();
        default -> {}
      }
    }
    return new CommitNote(model, paths(roots), paths(waiting));
  }

  /** What an index says that was made by a model and is empty. */
  static CommitNote empty(String modelHash) {
    return new CommitNote(modelHash, List.of(), List.of());
  }

  Map<String, String> toUserData() {
    return Map.of(MODEL, modelHash, ROOTS, json(roots), WAITING, json(waiting));
  }

  /** These folders are indexed by a model, in addition to the others. */
  CommitNote indexing(String byModel, List<Path> more) {
    Set<Path> all = new LinkedHashSet<>(roots);
    all.addAll(more);
    return new CommitNote(
        byModel, List.copyOf(all), waiting.stream().filter(path -> !all.contains(path)).toList());
  }

  /** One folder less. */
  CommitNote without(Path gone) {
    return new CommitNote(
        modelHash,
        roots.stream().filter(path -> !path.equals(gone)).toList(),
        waiting.stream().filter(path -> !path.equals(gone)).toList());
  }

  /** These folders wait, as far as they are not indexed. */
  CommitNote awaiting(List<Path> folders) {
    return new CommitNote(
        modelHash, roots, folders.stream().filter(path -> !roots.contains(path)).toList());
  }

  /** All folders, indexed and waiting. */
  List<Path> folders() {
    return Stream.concat(roots.stream(), waiting.stream()).toList();
  }

  private static List<Path> paths(String json) {
    try {
      List<Path> paths = new ArrayList<>();
      for (String name : JSON.readValue(json, new TypeReference<List<String>>() {})) {
        paths.add(Path.of(name));
      }
      return paths;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The index names its folders unreadably", e);
    }
  }

  private static String json(List<Path> paths) {
    try {
      return JSON.writeValueAsString(paths.stream().map(Path::toString).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A list of names is always JSON", e);
    }
  }
}
