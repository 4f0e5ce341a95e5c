package patchlight.command;

import java.util.Locale;
import java.util.OptionalDouble;
import patchlight.retrieval.RankedPhoto;
import patchlight.retrieval.Ranking;

/** A ranking as a table of text. */
final class RankingTable {
  private RankingTable() {}

  static TextTable of(Ranking ranking) {
    TextTable table = new TextTable("rank", "similarity", "relation", "photo");
    for (RankedPhoto photo : ranking.photos()) {
      table.row(
          String.valueOf(photo.rank()),
          figure(photo.similarity()),
          figure(photo.relationScore()),
          photo.photo().path().toString());
    }
    return table;
  }

  static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String figure(OptionalDouble value) {
    return value.isPresent() ? figure(value.getAsDouble()) : "–";
  }
}
