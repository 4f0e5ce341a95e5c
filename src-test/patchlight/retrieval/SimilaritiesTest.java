package patchlight.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import patchlight.gallery.RandomGallery;
import patchlight.network.Tokens;

class SimilaritiesTest {
  /** Lengths that fill passes of 16 values, leave sums of four over, and leave single values. */
  @ParameterizedTest
  @CsvSource({"500, 192", "37, 24", "9, 31", "3, 3", "1, 8"})
  void theyAreThoseOfEachPairToTheLastBit(int count, int values) {
    Random random = new Random(5);
    List<float[]> tokens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tokens.add(RandomGallery.retrievalToken(values, random));
    }
    float[][] similarity = Similarities.among(tokens);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        float expected = Tokens.cosine(tokens.get(i), tokens.get(j));
        assertEquals(expected, similarity[i][j], "row " + i + ", column " + j);
        assertEquals(expected, similarity[j][i], "row " + j + ", column " + i);
      }
      assertEquals(1, similarity[i][i]);
    }
  }

  @Test
  void whereThereAreNoTokensThereIsNothingToCompare() {
    assertEquals(0, Similarities.among(List.of()).length);
  }
}
