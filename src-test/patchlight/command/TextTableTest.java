package patchlight.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    String table = new TextTable("name", "path").row("long name", "a").row("b", "c/d").toString();
    assertEquals(
        List.of("name       path", "long name  a", "b          c/d"), table.lines().toList());
  }

  @Test
  void numbersStandToTheRight() {
    String table = new TextTable("rank", "similarity").row("1", "0.5").row("10", "–").toString();
    assertEquals(
        List.of("rank  similarity", "   1         0.5", "  10           –"),
        table.lines().toList());
  }

  @Test
  void aRowWithTooFewCellsIsRefused() {
    TextTable table = new TextTable("a", "b");
    assertThrows(IllegalArgumentException.class, () -> table.row("1"));
  }
}
