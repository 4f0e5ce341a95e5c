package patchlight.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import patchlight.gallery.Gallery;
import patchlight.gallery.GalleryIndexer;
import patchlight.gallery.PhotoReader;
import patchlight.network.Bundles;
import patchlight.network.InstalledModels;
import patchlight.network.TokenEncoder;
import patchlight.settings.Settings;
import patchlight.settings.Theme;
import patchlight.settings.UserFolders;

/** The whole window, whose person has a folder of photos and gets a model of other sizes. */
@ExtendWith(ApplicationExtension.class)
class ModelChoiceTest {
  @TempDir private Path home = Path.of("");

  private final List<Settings> saved = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // made in start, which JUnit's extension calls first
  private Patchlight patchlight;

  @SuppressWarnings("NullAway.Init") // made in start, which JUnit's extension calls first
  private InstalledModels models;

  @Start
  void start(Stage stage) throws Exception {
    UserFolders folders = new UserFolders(home.resolve("data"), home.resolve("config"));
    models = new InstalledModels(folders.shippedModel(), folders.models());
    indexOnePhoto(folders);
    patchlight =
        new Patchlight(
            folders,
            Settings.USUAL.withTheme(Theme.LIGHT).withModel("gone"),
            saved::add,
            drawing -> {},
            file -> {});
    SomeWindow.show(stage, patchlight.root(), 980, 620);
  }

  @AfterEach
  void close() {
    patchlight.close();
  }

  private void indexOnePhoto(UserFolders folders) throws Exception {
    Path photos = Files.createDirectories(home.resolve("holiday"));
    ImageIO.write(
        new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB),
        "png",
        photos.resolve("a.png").toFile());
    try (Gallery gallery =
            Gallery.open(folders.data().resolve("gallery"), Bundles.shipped().hash());
        TokenEncoder encoder = Bundles.onCpu().newEncoder(1)) {
      new GalleryIndexer(gallery, encoder, new PhotoReader(encoder.manifest().side()), 1)
          .index(List.of(photos), (done, total, current) -> true);
    }
  }

  private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
    // Nodes come and go while the models change, so the window is looked at on its own thread.
    WaitForAsyncUtils.waitFor(
        180, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private static boolean isWaiting(FxRobot robot) {
    return robot.lookup(".chip.waiting").tryQuery().isPresent();
  }

  @Test
  void modelThatIsGoneIsToldAndTheShippedOneSearches(FxRobot robot) throws Exception {
    robot.interact(patchlight::open);

    waitUntil(() -> text(robot, "#network").startsWith("patchlight-vit-tiny"));
    assertTrue(
        robot.lookup(".dialog-pane .label").queryAllAs(Label.class).stream()
            .anyMatch(label -> label.getText().contains("There is no model gone")));
    assertEquals("shipped", patchlight.settings().modelProperty().get());
    robot.clickOn("OK");
  }

  @Test
  void everyModelKeepsItsIndexAndAsksBeforeItMakesOne(FxRobot robot) throws Exception {
    robot.interact(() -> patchlight.settings().modelProperty().set("shipped"));
    waitUntil(() -> text(robot, "#photos").equals("769 photos"));

    models.add(Bundles.smallFolder());
    robot.interact(() -> patchlight.settings().modelProperty().set("small-7"));
    waitUntil(() -> text(robot, "#network").equals("small 7"));
    // The built-in gallery needs no asking, the person's own folder does.
    waitUntil(() -> text(robot, "#photos").equals("768 photos"));
    assertTrue(isWaiting(robot));
    assertTrue(patchlight.notices().text().startsWith("One folder has not been indexed"));

    robot.interact(() -> robot.lookup("Index now").queryAs(Button.class).fire());
    waitUntil(() -> text(robot, "#photos").equals("769 photos"));
    assertFalse(isWaiting(robot));

    robot.interact(() -> patchlight.settings().modelProperty().set("shipped"));
    waitUntil(() -> text(robot, "#network").startsWith("patchlight-vit-tiny"));
    waitUntil(() -> text(robot, "#photos").equals("769 photos"));
    assertFalse(isWaiting(robot));
    assertEquals("", patchlight.notices().text());
    patchlight.close();
    assertEquals("shipped", saved.getLast().model());
  }

  @Test
  void menuOffersWholeModelsAndExplainsBrokenOnes(FxRobot robot) throws Exception {
    models.add(Bundles.smallFolder());
    Files.createDirectories(home.resolve("data/models/empty"));
    robot.clickOn("#settings");
    waitUntil(() -> patchlight.settings().models().size() == 3);
    robot.clickOn("Model");
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(robot.lookup("small 7").tryQuery().isPresent());

    robot.clickOn("empty: cannot be used …");
    WaitForAsyncUtils.waitForFxEvents();

    assertTrue(
        robot.lookup(".dialog-pane .label").queryAllAs(Label.class).stream()
            .anyMatch(label -> label.getText().startsWith("manifest.json is missing")));
    Node ok = robot.lookup("OK").query();
    robot.clickOn(ok);
  }

  @Test
  void refusedModelIsExplainedAndTheChoiceStays(FxRobot robot) throws Exception {
    Path broken = Bundles.copyOfSmall(home.resolve("broken"));
    Files.delete(broken.resolve("small-matcher.onnx"));

    robot.interact(() -> patchlight.models().add(broken));
    waitUntil(() -> robot.lookup("This model was not added").tryQuery().isPresent());

    assertTrue(
        robot.lookup(".dialog-pane .label").queryAllAs(Label.class).stream()
            .anyMatch(label -> label.getText().startsWith("small-matcher.onnx is missing")));
    assertEquals("gone", patchlight.settings().modelProperty().get());
    robot.clickOn("OK");
  }

  @Test
  void addedModelSearchesAtOnce(FxRobot robot) throws Exception {
    robot.interact(() -> patchlight.models().add(Bundles.smallFolder()));

    waitUntil(() -> text(robot, "#network").equals("small 7"));
    assertEquals("small-7", patchlight.settings().modelProperty().get());
    assertEquals(2, models.list().size());
  }
}
