package patchlight.explanation.export;

import java.awt.Color;
import java.util.List;

/** Colours of all figures, told apart by people with any colour vision (Okabe and Ito, 2008). */
final class Palette {
  static final Color PAPER = new Color(0xF6F5F2);
  static final Color TEXT = new Color(0x22252B);
  static final Color FAINT = new Color(0x6B6F78);
  static final Color FRAME = new Color(0xC4C2BC);
  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILION = new Color(0xD55E00);

  static final Color HERE = new Color(0x009E73);

  /** Where the network looks. */
  static final Color WARM = new Color(0xFF8A1F);

  /** Lines side by side; without black and yellow, which photos and paper hide. */
  static final List<Color> LINES =
      List.of(
          BLUE,
          VERMILION,
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x56B4E9),
          new Color(0xE69F00));

  private Palette() {}

  /** A colour between two, 0 being the first. */
  static Color between(Color from, Color to, double part) {
    double kept = 1 - Math.clamp(part, 0, 1);
    return new Color(
        channel(from.getRed(), to.getRed(), kept),
        channel(from.getGreen(), to.getGreen(), kept),
        channel(from.getBlue(), to.getBlue(), kept));
  }

  private static int channel(int from, int to, double kept) {
    return (int) Math.round(kept * from + (1 - kept) * to);
  }
}
