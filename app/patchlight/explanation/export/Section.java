package patchlight.explanation.export;

import java.util.List;
import java.util.Optional;

/**
 * One side of an explanation in words and, mostly, a picture.
 *
 * @param heading a few words
 * @param figure the picture
 * @param alternative what the picture shows, for those who do not see it
 * @param paragraphs what is to be said below it
 */
public record Section(
    String heading, Optional<Figure> figure, String alternative, List<String> paragraphs) {
  public Section {
    paragraphs = List.copyOf(paragraphs);
  }

  public Section(String heading, Figure figure, String alternative, List<String> paragraphs) {
    this(heading, Optional.of(figure), alternative, paragraphs);
  }

  public Section(String heading, List<String> paragraphs) {
    this(heading, Optional.empty(), "", paragraphs);
  }
}
