package patchlight.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What each commit of the index says of itself.
 *
 * @param modelHash of the network that made the tokens
 * @param roots folders that were indexed, in the order they were added
 */
record CommitNote(String modelHash, List<Path> roots) {
  private static final String MODEL = "model";
  private static final String ROOTS = "roots";
  private static final JsonMapper JSON = new JsonMapper();

  CommitNote {
    roots = List.copyOf(roots);
  }

  /**
   * Reads a commit's user data; an index that says nothing yet was made by no model.
   *
   * @param userData keys and values
   */
  static CommitNote parse(Iterable<Map.Entry<String, String>> userData) {
    String model = "";
    String roots = "[]";
    for (Map.Entry<String, String> entry : userData) {
      switch (entry.getKey()) {
        case MODEL -> model = entry.getValue();
        case ROOTS -> roots = entry.getValue();
        default -> {}
      }
    }
    try {
      List<String> names = JSON.readValue(roots, new TypeReference<List<String>>() {});
      return new CommitNote(model, names.stream().map(Path::of).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The index names its folders unreadably", e);
    }
  }

  Map<String, String> toUserData() {
    try {
      List<String> names = roots.stream().map(Path::toString).toList();
      return Map.of(MODEL, modelHash, ROOTS, JSON.writeValueAsString(names));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A list of names is always JSON", e);
    }
  }
}
