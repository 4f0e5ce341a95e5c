package patchlight.explanation.export;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with places {@code {{name}}} to fill. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.]+)}}");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  /** A template that comes with the program. */
  static Template shipped(String name) {
    try (InputStream resource = Template.class.getResourceAsStream("/patchlight/" + name)) {
      if (resource == null) {
        throw new FileNotFoundException(name);
      }
      return new Template(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The page with every place filled.
   *
   * @param markup by place, put in as it is: plain text has to be {@link #escaped} before
   * @throws IllegalArgumentException naming a place that nothing is given for
   */
  String filled(Map<String, String> markup) {
    Matcher places = PLACE.matcher(text);
    return places.replaceAll(place -> {
      String filling = markup.get(place.group(1));
      if (filling == null) {
        throw new IllegalArgumentException("Nothing to fill " + place.group() + " with");
      }
      return Matcher.quoteReplacement(filling);
    });
  }

  /** Plain text as markup, also within quoted attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
