package patchlight.explanation.export;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import patchlight.explanation.Correspondence;
import patchlight.explanation.Explanation;
import patchlight.messages.Messages;
import patchlight.sketch.InkImage;

/**
 * An explanation on its way out of the program: it begins with the matches of sketch and photo, and
 * whoever has more to tell adds a section. Written as PNG or SVG it is one sheet, as HTML one page
 * that needs no network and no other file.
 *
 * <p>Immutable: what adds a section gives a new export.
 */
public final class ExplanationExport {
  /** How it can be written. */
  private enum Format {
    PNG,
    SVG,
    HTML
  }

  private final String title;
  private final String lead;
  private final Explanation explanation;
  private final int lines;
  private final MatchesFigure figure;
  private final List<Section> others;

  private ExplanationExport(
      String title,
      String lead,
      Explanation explanation,
      int lines,
      MatchesFigure figure,
      List<Section> others) {
    this.title = title;
    this.lead = lead;
    this.explanation = explanation;
    this.lines = lines;
    this.figure = figure;
    this.others = List.copyOf(others);
  }

  /**
   * The matches of a sketch and a photo.
   *
   * @param title what the photo is called
   * @param lead one line about it
   * @param explanation of the match of {@code ink} and {@code photo}
   * @param lines at most this many of the strongest correspondences are drawn
   * @param ink the sketch
   * @param photo upright, of any size and aspect
   */
  public static ExplanationExport of(
      String title,
      String lead,
      Explanation explanation,
      int lines,
      InkImage ink,
      BufferedImage photo) {
    MatchesFigure figure = new MatchesFigure(explanation, lines, ink, photo);
    return new ExplanationExport(title, lead, explanation, lines, figure, List.of());
  }

  /** With one more section, the last one so far. */
  public ExplanationExport and(Section section) {
    List<Section> more = new ArrayList<>(others);
    more.add(section);
    return new ExplanationExport(title, lead, explanation, lines, figure, more);
  }

  /** Whether a file's ending names a format that can be written. */
  public static boolean writes(Path file) {
    return Arrays.stream(Format.values()).anyMatch(format -> isOf(file, format));
  }

  /**
   * Writes it in the format of the file's ending: {@code .png}, {@code .svg} or {@code .html}.
   *
   * @param file its folder is made if absent
   * @throws IOException with a message for a person
   */
  public void write(Path file) throws IOException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (isOf(file, Format.PNG)) {
        try (var stream = Files.newOutputStream(file)) {
          ImageIO.write(picture(), "png", stream);
        }
      } else {
        Files.writeString(file, isOf(file, Format.SVG) ? svg() : html(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new IOException(Messages.text("export.notWritten", file), e);
    }
  }

  /** The sheet as a picture. */
  BufferedImage picture() {
    Sheet sheet = sheet();
    BufferedImage picture =
        new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      sheet.paint(g);
    } finally {
      g.dispose();
    }
    return picture;
  }

  /** The sheet as an SVG document. */
  String svg() {
    return SvgDrawing.of(sheet(), title);
  }

  /** The page. */
  String html() {
    return HtmlPage.of(title, lead, explanation, lines, matches(), figure, others);
  }

  private Sheet sheet() {
    List<Section> sections = new ArrayList<>(List.of(matches()));
    sections.addAll(others);
    return new Sheet(title, lead, sections);
  }

  private Section matches() {
    return new Section(
        Messages.text("export.matches"),
        figure,
        Messages.text("export.matches.alternative", title),
        List.of(legend()));
  }

  private String legend() {
    List<Correspondence> pairs = explanation.strongest(lines);
    if (pairs.isEmpty()) {
      return Messages.text("explanation.noPairs");
    }
    return Messages.text(
        "explanation.legend",
        pairs.size(),
        pairs.getLast().strength(),
        pairs.getFirst().strength(),
        1.0 / explanation.patches(),
        Warmth.FULL);
  }

  private static boolean isOf(Path file, Format format) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith("." + format.name().toLowerCase(Locale.ROOT));
  }
}
