package patchlight.ui;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.messages.Messages;
import patchlight.network.DevicePreference;
import patchlight.network.InstalledModels;
import patchlight.network.NetworkException;
import patchlight.retrieval.Ranking;
import patchlight.settings.DelayedSave;
import patchlight.settings.Settings;
import patchlight.settings.UserFolders;
import patchlight.settings.WindowBounds;
import patchlight.sketch.Sketch;
import patchlight.ui.controls.PhotoImages;
import patchlight.ui.explanation.ExplanationFiles;
import patchlight.ui.explanation.ExplanationPane;
import patchlight.ui.explanation.ExplanationViewModel;
import patchlight.ui.gallery.GalleryBar;
import patchlight.ui.gallery.GalleryViewModel;
import patchlight.ui.ranking.PhotoActions;
import patchlight.ui.ranking.RankingPane;
import patchlight.ui.ranking.RankingViewModel;
import patchlight.ui.settings.SettingsMenu;
import patchlight.ui.settings.SettingsViewModel;
import patchlight.ui.sketch.SampleSketch;
import patchlight.ui.sketch.SketchFiles;
import patchlight.ui.sketch.SketchPane;
import patchlight.ui.sketch.SketchViewModel;

/**
 * The composition root: makes every part of the window by hand and ties them together. Threads
 * change here and nowhere else.
 */
final class Patchlight {
  private static final int PAUSE_MILLIS = 60;
  private static final Duration SAVE_AFTER = Duration.ofMillis(800);
  private static final int KEPT_IMAGES = 320;

  private final UserFolders folders;
  private final ExecutorService searchThread = WorkThread.named("search");
  private final ExecutorService indexThread = WorkThread.named("index");
  private final ExecutorService pictureThread = WorkThread.named("pictures");

  private final SketchViewModel sketch = new SketchViewModel(System::currentTimeMillis);
  private final RankingViewModel ranking = new RankingViewModel();
  private final ExplanationViewModel explanation = new ExplanationViewModel();
  private final GalleryViewModel gallery = new GalleryViewModel();
  private final ObservableList<SampleSketch> samples = FXCollections.observableArrayList();
  private final SettingsViewModel settings;
  private final ModelShelf models;
  private final ObjectProperty<@Nullable Path> lastFolder = new SimpleObjectProperty<>();
  private final StatusLine status = new StatusLine();
  private final Notices notices;
  private final SplitPane columns;
  private final MainWindow window;
  private final SearchSession searching;
  private final ExaminationDesk examination;
  private final SearchedFolders searchedFolders;
  private final DelayedSave<Settings> settingsSave;
  private final DelayedSave<Sketch> drawingSave;

  private Settings saved;

  /** Written on the search thread, read on the indexing thread; null until it is open. */
  private volatile @Nullable Workbench workbench;

  private volatile boolean closed;

  Patchlight(
      UserFolders folders,
      Settings saved,
      DelayedSave.Write<Settings> saveSettings,
      DelayedSave.Write<Sketch> saveDrawing,
      Consumer<Path> opener) {
    this.folders = folders;
    this.saved = saved;
    settings = new SettingsViewModel(saved);
    lastFolder.set(saved.lastFolder().orElse(null));
    explanation.weakestProperty().set(saved.matchLineStrength());
    settingsSave = new DelayedSave<>(saveSettings, SAVE_AFTER, this::failedLater);
    drawingSave = new DelayedSave<>(saveDrawing, SAVE_AFTER, this::failedLater);
    searchedFolders =
        new SearchedFolders(
            folders,
            () -> Optional.ofNullable(workbench),
            gallery,
            saved.studioGallery(),
            indexThread,
            new SearchedFolders.Reports(
                this::showPhotos,
                status::showNote,
                this::tell,
                this::offerRebuild,
                this::offerIndexing,
                this::failed));
    searching =
        new SearchSession(
            sketch,
            ranking,
            explanation,
            drawn -> open(workbench).search(drawn),
            question -> open(workbench).explain(question),
            new SearchSession.Threads(searchThread, Platform::runLater, Pause.of(PAUSE_MILLIS)),
            this::showTime,
            this::failed);
    examination = new ExaminationDesk(explanation, () -> open(workbench), this::tell, this::failed);
    PhotoImages images =
        new PhotoImages(
            new PhotoReader(1)::upright, pictureThread, Platform::runLater, KEPT_IMAGES);
    GalleryBar bar = new GalleryBar(gallery, searchedFolders.actions(), lastFolder);
    SketchFiles files = new SketchFiles(sketch, lastFolder, this::failed);
    SketchPane sketchPane = new SketchPane(sketch, files, samples, saved.penWidth());
    RankingPane rankingPane =
        new RankingPane(ranking, images, new PhotoActions(opener), bar::chooseAndAdd, this::open);
    ExplanationFiles saving = new ExplanationFiles(lastFolder, examination::save);
    ExplanationPane explanationPane =
        new ExplanationPane(explanation, examination.evidence(), images, saving, ranking::pick);
    bar.acceptDropsOn(rankingPane);
    columns = MainWindow.columns(sketchPane, rankingPane, explanationPane, saved.dividers());
    notices = new Notices(columns, settings.themeProperty());
    models =
        new ModelShelf(
            new InstalledModels(folders.shippedModel(), folders.models()),
            settings,
            pictureThread,
            notices);
    window =
        new MainWindow(
            icon(),
            notices.pane(),
            bar,
            new SettingsMenu(settings, models.actions(), this::showKeys, this::showAbout),
            status);
    window.addEventHandler(KeyEvent.KEY_PRESSED, rankingPane::handleKey);
    window.addEventHandler(KeyEvent.KEY_PRESSED, sketchPane::handleKey);
    // Keys go to the paper first, or the space bar would press the first button of the window.
    window.sceneProperty().subscribe(() -> Platform.runLater(sketchPane.paper()::requestFocus));
    keepWhatChanges();
  }

  /** The program's mark, 256 pixels wide. */
  static Image icon() {
    InputStream png = Patchlight.class.getResourceAsStream("/patchlight/icons/patchlight.png");
    return new Image(Objects.requireNonNull(png));
  }

  /** The whole window. */
  Parent root() {
    return window;
  }

  Notices notices() {
    return notices;
  }

  SettingsViewModel settings() {
    return settings;
  }

  ModelShelf models() {
    return models;
  }

  /** Reads the samples and the drawing of the last session, and shows them. */
  void restore(Supplier<Sketch> lastDrawing) {
    pictureThread.execute(() -> {
      Sketch drawing = lastDrawing.get();
      Platform.runLater(() -> sketch.restore(drawing));
      List<SampleSketch> all = SampleSketches.all();
      Platform.runLater(() -> samples.setAll(all));
    });
  }

  /** Opens the network and the gallery behind the window, then brings the gallery up to date. */
  void open() {
    ranking.showOpening();
    searchThread.execute(openWorkbench());
  }

  /** Opens the model that is chosen now on the device that is chosen now. */
  private Runnable openWorkbench() {
    String model = settings.modelProperty().get();
    DevicePreference device = settings.deviceProperty().get();
    return () -> {
      try {
        Workbench opened = Workbench.open(folders, models.open(model), device);
        workbench = opened;
        whileShown(() -> opened(opened));
      } catch (NetworkException e) {
        boolean shipped = model.equals(InstalledModels.SHIPPED);
        whileShown(() -> {
          if (shipped) {
            unavailable(e);
          } else {
            models.fallBack(model, e);
          }
        });
      } catch (GalleryException e) {
        whileShown(() -> unavailable(e));
      }
    };
  }

  /** Once the window is closed nobody is there to be told. */
  private void whileShown(Runnable told) {
    Platform.runLater(() -> {
      if (!closed) {
        told.run();
      }
    });
  }

  private void opened(Workbench opened) {
    examination.opened(opened.network());
    status.showNetwork(opened.network(), opened.precision(), opened.deviceName());
    status.showNote(opened.deviceNote().orElse(""));
    searching.open();
    searchedFolders.opened();
  }

  private void offerRebuild() {
    notices.offer(
        Messages.text("ui.gallery.otherModel"),
        Messages.text("ui.gallery.rebuild"),
        searchedFolders::rebuild);
  }

  private void offerIndexing(int waiting) {
    notices.offer(
        Messages.text("ui.gallery.waiting", waiting),
        Messages.text("ui.gallery.indexWaiting"),
        searchedFolders::indexWaiting);
  }

  private void unavailable(Exception why) {
    searching.close();
    ranking.showObstacle(String.valueOf(why.getMessage()));
    notices.dialog(Messages.text("ui.ranking.unavailable"), why);
  }

  private void showPhotos(SearchedFolders.FoundPhotos found) {
    status.showPhotos(found.count());
    searching.galleryChanged(found.count(), found.some());
  }

  private void tell(String text) {
    notices.tell(text);
  }

  private void failed(Exception failure) {
    notices.failed(failure);
  }

  private void failedLater(Exception failure) {
    Platform.runLater(() -> failed(failure));
  }

  private void showTime(Ranking found) {
    status.showTime(found.times());
  }

  private void showKeys() {
    notices.message(Messages.text("ui.keys.title"), Pages.keys());
  }

  private void showAbout() {
    Workbench bench = workbench;
    notices.message(
        Messages.text("ui.about.title"),
        Pages.about(Optional.ofNullable(bench).map(Workbench::network)));
  }

  private void keepWhatChanges() {
    sketch.sketchProperty().addListener((changed, before, now) -> drawingSave.save(now));
    searchedFolders
        .builtInProperty()
        .addListener((changed, before, now) -> save(saved.withStudioGallery(now)));
    settings.themeProperty().addListener((changed, before, now) -> save(saved.withTheme(now)));
    explanation
        .weakestProperty()
        .addListener(
            (changed, before, now) -> save(saved.withMatchLineStrength(now.doubleValue())));
    lastFolder.addListener((changed, before, now) -> {
      if (now != null) {
        save(saved.withLastFolder(now));
      }
    });
    settings
        .deviceProperty()
        .addListener((changed, before, now) -> {
          save(saved.withDevice(now));
          openAnew();
        });
    settings
        .modelProperty()
        .addListener((changed, before, now) -> {
          save(saved.withModel(now));
          notices.hide();
          openAnew();
        });
  }

  /** Waits for a running indexing, since the gallery it writes is opened anew. */
  private void openAnew() {
    gallery.cancel();
    searching.close();
    ranking.showOpening();
    Runnable opening = openWorkbench();
    indexThread.execute(() ->
        CompletableFuture.runAsync(
                () -> {
                  closeWorkbench();
                  opening.run();
                },
                searchThread)
            .join());
  }

  private void save(Settings changed) {
    saved = changed;
    settingsSave.save(changed);
  }

  /** The window goes: remembers where it was and how wide its columns were. */
  void windowClosing(Optional<WindowBounds> bounds) {
    save(saved.withDividers(Arrays.stream(columns.getDividerPositions()).boxed().toList()));
    bounds.ifPresent(at -> save(saved.withWindow(at)));
  }

  /** Saves what is unsaved, stops indexing where it is, and closes the network and the gallery. */
  void close() {
    closed = true;
    gallery.cancel();
    drawingSave.close();
    settingsSave.close();
    pictureThread.shutdownNow();
    examination.close();
    indexThread.shutdown();
    try {
      // A photo or batch at most is waited for; a commit that is cut short loses nothing older.
      indexThread.awaitTermination(5, TimeUnit.SECONDS);
      searchThread.execute(this::closeWorkbench);
      searchThread.shutdown();
      searchThread.awaitTermination(3, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeWorkbench() {
    Workbench bench = workbench;
    workbench = null;
    try {
      if (bench != null) {
        bench.close();
      }
    } catch (GalleryException e) {
      failedLater(e);
    }
  }

  private static Workbench open(@Nullable Workbench bench) {
    if (bench == null) {
      throw new IllegalStateException("Searched before the network was open");
    }
    return bench;
  }
}
