package patchlight.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterpartsTest {
  @Test
  void whatFoundACounterpartInTheOtherPhotoAloneIsLacking() {
    Counterparts compared =
        Counterparts.of(PlantedPairs.of(Map.of(0, 4)), PlantedPairs.of(Map.of(0, 7, 8, 2)));

    assertEquals(List.of(8), compared.onlyInOther());
    assertEquals(List.of(), compared.onlyHere());
    assertEquals(List.of(0), compared.inBoth());
  }

  @Test
  void theReverseIsWhatTheOtherLacks() {
    Counterparts compared =
        Counterparts.of(PlantedPairs.of(Map.of(0, 7, 8, 2)), PlantedPairs.of(Map.of(0, 4)));

    assertEquals(List.of(), compared.onlyInOther());
    assertEquals(List.of(8), compared.onlyHere());
  }

  @Test
  void neighbourThatFoundOneStandsForThePatch() {
    Counterparts compared =
        Counterparts.of(PlantedPairs.of(Map.of(5, 4)), PlantedPairs.of(Map.of(8, 2)));

    assertEquals(List.of(), compared.onlyInOther());
    assertEquals(List.of(5, 8), compared.inBoth());
  }

  @Test
  void vaguePairIsNoCounterpart() {
    // Attention spread evenly: the first patches choose each other, with clarity 0.
    Counterparts compared =
        Counterparts.of(PlantedPairs.of(Map.of()), PlantedPairs.of(Map.of(0, 1)));

    assertEquals(List.of(0), compared.onlyInOther());
  }
}
