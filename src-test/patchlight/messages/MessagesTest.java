package patchlight.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Path TEXTS = Path.of("assets/patchlight/messages.properties");
  private static final Path SOURCES = Path.of("app");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[a-zA-Z.]+)\"");
  private static final Set<String> FILE_SUFFIXES =
      Set.of(
          "json",
          "ndjson",
          "onnx",
          "css",
          "html",
          "properties",
          "png",
          "svg",
          "jpg",
          "lock",
          "tmp");

  @Test
  void argumentsAreFilledIn() {
    assertEquals(
        "a.svg has 20,000 × 9 pixels; at most 100 megapixels can be read. Save it smaller and try again.",
        Messages.text("sketch.tooLarge", "a.svg", 20_000, 9));
  }

  @Test
  void missingTextShowsItsKeyAndArguments() {
    assertEquals("sketch.neverWritten [7]", Messages.text("sketch.neverWritten", 7));
  }

  @Test
  void gainThatRoundsToNothingHasNoSign() {
    String key = "ui.explanation.strokes.gain";
    assertEquals("0.000", Messages.text(key, -0.0004));
    assertEquals("−0.001", Messages.text(key, -0.0006));
    assertEquals("+0.631", Messages.text(key, 0.631));
  }

  @Test
  void everyKeyInTheSourcesHasAText() throws IOException {
    Set<String> missing = new TreeSet<>(keysInSources());
    missing.removeAll(texts().stringPropertyNames());

    assertEquals(Set.of(), missing);
  }

  @Test
  void everyTextIsUsed() throws IOException {
    Set<String> unused = new TreeSet<>(texts().stringPropertyNames());
    unused.removeAll(literals());

    assertEquals(Set.of(), unused);
  }

  @Test
  void noTextHasAStraightQuoteThatWouldVanish() throws IOException {
    Properties texts = texts();
    for (String key : texts.stringPropertyNames()) {
      // Quoted braces are the only use of straight quotes that shows what was written.
      String unquoted = texts.getProperty(key).replaceAll("'[{}]'", "");
      assertFalse(unquoted.contains("'"), key);
    }
  }

  private static Properties texts() throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(TEXTS)) {
      texts.load(reader);
    }
    return texts;
  }

  /**
   * Literals of the sources that look like a key: they begin with the name of a section and are no
   * file name.
   */
  private static Set<String> keysInSources() throws IOException {
    Set<String> sections =
        texts().stringPropertyNames().stream()
            .map(MessagesTest::section)
            .collect(Collectors.toSet());
    return literals().stream()
        .filter(literal -> sections.contains(section(literal)))
        .filter(literal -> !FILE_SUFFIXES.contains(literal.substring(literal.lastIndexOf('.') + 1)))
        .collect(Collectors.toSet());
  }

  private static String section(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  private static Set<String> literals() throws IOException {
    Set<String> literals = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = LITERAL.matcher(Files.readString(file));
        while (matcher.find()) {
          literals.add(matcher.group(1));
        }
      }
    }
    return literals;
  }
}
