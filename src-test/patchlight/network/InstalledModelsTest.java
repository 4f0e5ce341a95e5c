package patchlight.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class InstalledModelsTest {
  @TempDir Path home;

  private Path folder;
  private InstalledModels models;

  @BeforeEach
  void noneInstalled() {
    folder = home.resolve("models");
    models = new InstalledModels(home.resolve("model"), folder);
  }

  @Test
  void atFirstThereIsTheShippedOneAlone() throws NetworkException {
    List<InstalledModel> all = models.list();

    assertEquals(List.of("shipped"), all.stream().map(InstalledModel::name).toList());
    assertTrue(all.getFirst().bundle().orElseThrow().isShipped());
  }

  @Test
  void addedModelIsListedByNameAndVersion() throws NetworkException {
    models.add(Bundles.smallFolder());

    InstalledModel added = models.list().getLast();
    assertEquals("small-7", added.name());
    assertEquals(24, added.bundle().orElseThrow().manifest().retrievalDim());
    assertFalse(added.bundle().orElseThrow().isShipped());
  }

  @Test
  void integerEncoderIsCopiedToo() throws NetworkException, IOException {
    Path source = Bundles.copyOfSmall(home.resolve("source"));
    Bundles.addInt8(source, "small-encoder.onnx");

    ModelBundle copy = ModelBundle.open(models.add(source).folder());

    assertEquals("int8.onnx", copy.manifest().encoder().int8().orElseThrow().file());
    assertEquals("fp32, int8", copy.manifest().precisions());
  }

  @Test
  void onlyManifestAndGraphsAreCopied() throws NetworkException, IOException {
    Path source = Bundles.copyOfSmall(home.resolve("source"));
    Files.writeString(source.resolve("holiday.jpg"), "a photo");

    Path copy = models.add(source).folder();

    try (Stream<Path> files = Files.list(copy)) {
      assertEquals(
          List.of("manifest.json", "small-encoder.onnx", "small-matcher.onnx"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void brokenModelIsListedWithItsReason() throws NetworkException, IOException {
    models.add(Bundles.smallFolder());
    Files.delete(folder.resolve("small-7/small-matcher.onnx"));
    Files.createDirectories(folder.resolve("empty"));

    List<InstalledModel> all = models.list();

    assertEquals(List.of("shipped", "empty", "small-7"), names(all));
    assertTrue(all.get(0).obstacle().isEmpty());
    assertTrue(all.get(1).obstacle().orElseThrow().startsWith("manifest.json is missing"));
    assertTrue(all.get(2).obstacle().orElseThrow().startsWith("small-matcher.onnx is missing"));
  }

  @Test
  void refusedModelLeavesNothingBehind() throws IOException {
    Path source = Bundles.copyOfSmall(home.resolve("source"));
    Files.delete(source.resolve("small-encoder.onnx"));

    assertRefused("network.bundle.missing", () -> models.add(source));

    assertFalse(Files.exists(folder));
  }

  @Test
  void sameModelIsNotAddedTwice() throws NetworkException {
    models.add(Bundles.smallFolder());

    assertRefused("network.models.known", () -> models.add(Bundles.smallFolder()));
    assertRefused("network.models.known", () -> models.add(Bundles.shippedFolder()));
  }

  @Test
  void nameOfAnotherModelIsNotTaken() throws NetworkException, IOException {
    models.add(Bundles.smallFolder());
    Path source = Bundles.copyOfSmall(home.resolve("source"));
    Path encoder = source.resolve("small-encoder.onnx");
    Files.write(encoder, Bundles.withNote(Files.readAllBytes(encoder)));
    Bundles.edit(
        source, manifest -> Bundles.object(manifest, "encoder").put("sha256", Sha256.of(encoder)));

    assertRefused("network.models.nameTaken", () -> models.add(source));
  }

  @Test
  void nameThatIsNoFolderNameIsMadeOne() throws NetworkException, IOException {
    Path source = Bundles.copyOfSmall(home.resolve("source"));
    Bundles.edit(source, manifest -> manifest.put("name", "../Über: net"));

    assertEquals("Über-net-7", models.add(source).name());
    assertEquals(folder.resolve("Über-net-7"), models.list().getLast().folder());
  }

  @Test
  void removedModelIsGone() throws NetworkException, IOException {
    models.add(Bundles.smallFolder());

    InstalledModel gone = models.remove("small-7");

    assertTrue(gone.bundle().isPresent());
    assertEquals(List.of("shipped"), names(models.list()));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void brokenModelCanBeRemoved() throws NetworkException, IOException {
    Files.createDirectories(folder.resolve("empty"));

    models.remove("empty");

    assertEquals(List.of("shipped"), names(models.list()));
  }

  @Test
  void shippedAndUnknownModelsAreNotRemoved() {
    assertRefused("network.models.shippedStays", () -> models.remove("shipped"));
    assertRefused("network.models.unknown", () -> models.remove("../model"));
  }

  @Test
  void modelIsOpenedByNameOrFolder() throws NetworkException {
    models.add(Bundles.smallFolder());

    assertEquals(224, models.open("shipped").manifest().side());
    assertEquals(folder.resolve("small-7"), models.open("small-7").folder());
    assertEquals("small", models.open(Bundles.smallFolder().toString()).manifest().name());
  }

  @Test
  void unknownModelIsAnsweredWithThoseThatThereAre() throws NetworkException {
    models.add(Bundles.smallFolder());

    NetworkException refused = assertRefused("network.models.unknown", () -> models.open("large"));

    assertTrue(refused.getMessage().contains("shipped, small-7"), refused.getMessage());
  }

  private static List<String> names(List<InstalledModel> all) {
    return all.stream().map(InstalledModel::name).toList();
  }

  private static NetworkException assertRefused(String key, Executable action) {
    NetworkException refused = assertThrows(NetworkException.class, action);
    assertEquals(key, refused.messageKey(), refused.getMessage());
    return refused;
  }
}
