package patchlight.network;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import patchlight.messages.Messages;

/**
 * Reads a manifest field by field, so that a bundle made by somebody else is refused with the name
 * of the field that it lacks. Fields that this program does not know are passed over.
 */
final class ManifestReader {
  /** Lucene stores no longer vectors. */
  private static final int LONGEST_TOKEN = 1024;

  /** Each turn is one more picture to encode while the pen moves. */
  private static final int MOST_TURNS = 8;

  /** Degrees; a thing drawn on its side is another drawing. */
  private static final int WIDEST_TURN = 45;

  private static final Set<String> PRECISIONS = Set.of("fp32", "fp16", "int8");
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode root;
  private final Path folder;

  private ManifestReader(JsonNode root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /**
   * Reads a manifest.
   *
   * @param folder of the bundle, as messages name it
   * @throws NetworkException naming the first field that is missing or wrong, and what it must be
   */
  static Manifest read(byte[] json, Path folder) throws NetworkException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException e) {
      throw new NetworkException(e, "network.manifest.noJson", folder, e.getOriginalMessage());
    } catch (IOException e) {
      throw new NetworkException(
          e, "network.bundle.unreadable", Manifest.FILE, folder, Reason.of(e));
    }
    return new ManifestReader(root, folder).manifest();
  }

  private Manifest manifest() throws NetworkException {
    int side = count("/side", Integer.MAX_VALUE);
    int grid = count("/grid", side);
    int retrievalDim = count("/retrievalDim", LONGEST_TOKEN);
    return new Manifest(
        text("/name"),
        text("/version"),
        side,
        grid,
        numbers("/mean", 3),
        numbers("/std", 3),
        retrievalDim,
        count("/patchDim", Integer.MAX_VALUE),
        leadingTokens(),
        new Manifest.Encoder(
            fileName("/encoder/file"),
            sum("/encoder/sha256"),
            text("/encoder/input"),
            text("/encoder/retrievalToken"),
            text("/encoder/patchTokens"),
            optionalText("/encoder/retrievalAttention"),
            isAbsent("/encoder/int8")
                ? Optional.empty()
                : Optional.of(
                    new Manifest.GraphFile(
                        fileName("/encoder/int8/file"), sum("/encoder/int8/sha256")))),
        new Manifest.Matcher(
            fileName("/matcher/file"),
            sum("/matcher/sha256"),
            text("/matcher/sketch"),
            text("/matcher/photos"),
            text("/matcher/relationScore"),
            text("/matcher/sketchToPhoto"),
            text("/matcher/photoToSketch"),
            truth("/matcher/lineTruth", "strengths")),
        precision(),
        isAbsent("/sketchShift") ? new float[retrievalDim] : numbers("/sketchShift", retrievalDim),
        sketchTurns(),
        truth("/photoTruth", "similarities"),
        rerank(),
        text("/training"),
        metrics(),
        optionalText("/license"),
        optionalText("/source"));
  }

  private boolean isAbsent(String field) {
    JsonNode value = root.at(field);
    return value.isMissingNode() || value.isNull();
  }

  private JsonNode required(String field, String expected, Predicate<JsonNode> fits)
      throws NetworkException {
    if (isAbsent(field)) {
      throw new NetworkException("network.manifest.lacks", folder, name(field), expected);
    }
    JsonNode value = root.at(field);
    if (!fits.test(value)) {
      throw new NetworkException(
          "network.manifest.wrong", folder, name(field), expected, shortened(value));
    }
    return value;
  }

  private String text(String field) throws NetworkException {
    return required(field, Messages.text("network.expected.text"), JsonNode::isTextual).asText();
  }

  private int count(String field, int most) throws NetworkException {
    String expected =
        most == Integer.MAX_VALUE
            ? Messages.text("network.expected.count")
            : Messages.text("network.expected.countTo", most);
    return required(
            field,
            expected,
            value ->
                value.canConvertToInt()
                    && value.isInt()
                    && value.asInt() > 0
                    && value.asInt() <= most)
        .asInt();
  }

  private int leadingTokens() throws NetworkException {
    if (isAbsent("/leadingTokens")) {
      return 0;
    }
    return required(
            "/leadingTokens",
            Messages.text("network.expected.countFromZero"),
            value -> value.isInt() && value.asInt() >= 0)
        .asInt();
  }

  private float[] sketchTurns() throws NetworkException {
    if (isAbsent("/sketchTurns")) {
      return new float[0];
    }
    JsonNode turns =
        required(
            "/sketchTurns",
            Messages.text("network.expected.turns", MOST_TURNS, WIDEST_TURN),
            value ->
                value.isArray()
                    && value.size() <= MOST_TURNS
                    && value
                        .valueStream()
                        .allMatch(
                            turn -> turn.isNumber() && Math.abs(turn.asDouble()) <= WIDEST_TURN));
    return numbers("/sketchTurns", turns.size());
  }

  private MeasuredTruth truth(String field, String strengths) throws NetworkException {
    if (isAbsent(field)) {
      return MeasuredTruth.UNKNOWN;
    }
    String by = field + "/" + strengths;
    JsonNode rising =
        required(by, Messages.text("network.expected.strengths"), ManifestReader::rises);
    int count = rising.size();
    return new MeasuredTruth(numbers(by, count), numbers(field + "/right", count));
  }

  private static boolean rises(JsonNode list) {
    double last = 0;
    for (JsonNode value : list) {
      if (!value.isNumber() || value.asDouble() <= last || value.asDouble() > 1) {
        return false;
      }
      last = value.asDouble();
    }
    return list.isArray() && !list.isEmpty();
  }

  private float[] numbers(String field, int length) throws NetworkException {
    JsonNode list =
        required(
            field,
            Messages.text("network.expected.numbers", length),
            value ->
                value.isArray()
                    && value.size() == length
                    && value.valueStream().allMatch(JsonNode::isNumber));
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = list.get(i).floatValue();
    }
    return numbers;
  }

  /** A name and no path: a bundle has no business outside its folder. */
  private String fileName(String field) throws NetworkException {
    return required(
            field,
            Messages.text("network.expected.fileName"),
            value -> value.isTextual() && value.asText().matches("[\\w-][\\w.-]*"))
        .asText();
  }

  private String sum(String field) throws NetworkException {
    return required(
            field,
            Messages.text("network.expected.sum"),
            value -> value.isTextual() && value.asText().matches("[0-9a-fA-F]{64}"))
        .asText();
  }

  private String precision() throws NetworkException {
    return required(
            "/precision",
            Messages.text("network.expected.precision"),
            value -> PRECISIONS.contains(value.asText()))
        .asText();
  }

  private boolean rerank() throws NetworkException {
    return !isAbsent("/rerank")
        && required("/rerank", Messages.text("network.expected.flag"), JsonNode::isBoolean)
            .asBoolean();
  }

  private Map<String, Object> metrics() throws NetworkException {
    JsonNode metrics =
        required("/metrics", Messages.text("network.expected.figures"), JsonNode::isObject);
    return JSON.convertValue(metrics, new TypeReference<>() {});
  }

  private Optional<String> optionalText(String field) throws NetworkException {
    return isAbsent(field) ? Optional.empty() : Optional.of(text(field));
  }

  /** As a person writes it: {@code encoder.file}. */
  private static String name(String field) {
    return field.substring(1).replace('/', '.');
  }

  private static String shortened(JsonNode value) {
    if (value.isArray()) {
      return Messages.text("network.found.list", value.size());
    }
    String text = value.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
