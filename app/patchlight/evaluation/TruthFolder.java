package patchlight.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import patchlight.gallery.GalleryException;

/**
 * Photos of objects, and drawings of the same objects, of which is known which place of the object
 * each part shows.
 *
 * @param side cells along one side of a photo's truth
 * @param pairs in the order of the manifest
 */
public record TruthFolder(int side, List<Pair> pairs) {
  /** What there is, relative to the folder. */
  private static final String MANIFEST = "truth/manifest.json";

  private static final JsonMapper JSON = new JsonMapper();

  /** From where the drawing shows the object. */
  public enum View {
    /** The camera's. */
    SAME,
    /** Another than the camera's. */
    OTHER
  }

  /**
   * A drawing and the photo of the same object.
   *
   * @param category what the object is
   * @param view of the drawing
   * @param drawing one Quick-Draw line with places
   * @param photo of the object
   * @param truth a picture of the places that the photo shows
   */
  public record Pair(String category, View view, Path drawing, Path photo, Path truth) {}

  public TruthFolder {
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads what there is; no picture and no drawing is opened yet.
   *
   * @param folder that holds {@code truth/manifest.json}, where the manifest's paths begin
   * @throws GalleryException if the manifest cannot be read, lacks a field or names no drawing
   */
  public static TruthFolder read(Path folder) throws GalleryException {
    Path file = folder.resolve(MANIFEST);
    JsonNode manifest;
    try {
      manifest = JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new GalleryException(e, "evaluation.truthManifest", file);
    }
    Map<String, Path> truths = new HashMap<>();
    for (JsonNode photo : manifest.path("photos")) {
      truths.put(text(photo, "file", file), folder.resolve(text(photo, "truth", file)));
    }
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode drawing : manifest.path("drawings")) {
      pairs.add(pair(drawing, truths, folder, file));
    }
    int side = manifest.path("side").asInt();
    if (side < 1 || pairs.isEmpty()) {
      throw new GalleryException("evaluation.truthField", file, side < 1 ? "side" : "drawings");
    }
    return new TruthFolder(side, pairs);
  }

  private static Pair pair(JsonNode drawing, Map<String, Path> truths, Path folder, Path manifest)
      throws GalleryException {
    String photo = text(drawing, "photo", manifest);
    Path truth = truths.get(photo);
    if (truth == null) {
      throw new GalleryException("evaluation.truthOfPhoto", manifest, photo);
    }
    View view =
        switch (text(drawing, "view", manifest)) {
          case "same" -> View.SAME;
          case "other" -> View.OTHER;
          default -> throw new GalleryException("evaluation.truthField", manifest, "view");
        };
    return new Pair(
        text(drawing, "category", manifest),
        view,
        folder.resolve(text(drawing, "file", manifest)),
        folder.resolve(photo),
        truth);
  }

  private static String text(JsonNode node, String field, Path manifest) throws GalleryException {
    if (!node.path(field).isTextual()) {
      throw new GalleryException("evaluation.truthField", manifest, field);
    }
    return node.path(field).textValue();
  }
}
