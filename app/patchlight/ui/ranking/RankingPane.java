package patchlight.ui.ranking;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridView;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import patchlight.messages.Messages;
import patchlight.ui.controls.EmptyState;
import patchlight.ui.controls.PhotoImages;

/** The middle part of the window: the ranked photos, or what to do where there are none. */
public final class RankingPane extends VBox {
  private static final double NARROWEST_CARD = 132;
  private static final double GAP = 4;

  /** What the grid leaves for its scroll bar when it counts the cards of a row. */
  private static final double SCROLL_BAR = 18;

  private final RankingViewModel model;
  private final GridView<RankingEntry> grid = new GridView<>();
  private final StackPane content = new StackPane();
  private final Runnable addFolder;
  private final Runnable tryAgain;
  private int columns = 1;

  /**
   * The part for one ranking.
   *
   * @param addFolder asked for where there are no photos
   * @param tryAgain asked for where the network or the gallery could not be opened
   */
  public RankingPane(
      RankingViewModel model,
      PhotoImages images,
      PhotoActions actions,
      Runnable addFolder,
      Runnable tryAgain) {
    this.model = model;
    this.addFolder = addFolder;
    this.tryAgain = tryAgain;
    Label title = new Label(Messages.text("ui.ranking.title"));
    title.getStyleClass().add("part-title");
    Label caption = new Label();
    caption.textProperty().bind(model.captionProperty());
    caption.getStyleClass().add("part-caption");
    HBox header = new HBox(title, caption);
    header.getStyleClass().add("part-header");

    grid.setId("ranking");
    grid.setItems(model.entries());
    grid.setCellFactory(view -> new RankingCard(model, images, actions));
    grid.setHorizontalCellSpacing(GAP / 2);
    grid.setVerticalCellSpacing(GAP / 2);
    grid.setFocusTraversable(true);
    grid.skinProperty().subscribe(this::skipInnards);
    grid.widthProperty().subscribe(this::sizeCards);
    grid.setOnMousePressed(pressed -> grid.requestFocus());
    model.stateProperty().subscribe(this::showState);
    model.selectedIndexProperty().subscribe(index -> bringIntoView(index.intValue()));
    content.getStyleClass().add("ranking-content");
    VBox.setVgrow(content, Priority.ALWAYS);
    getStyleClass().addAll("part", "ranking-part");
    getChildren().addAll(header, content);
  }

  private void showState(RankingState state) {
    sizeCards();
    content
        .getChildren()
        .setAll(
            switch (state) {
              case RANKED, NOTHING_DRAWN -> grid;
              case OPENING -> opening();
              case NO_PHOTOS -> noPhotos();
              case UNAVAILABLE -> unavailable();
            });
  }

  private static StackPane opening() {
    ProgressIndicator ring = new ProgressIndicator();
    ring.setMaxSize(28, 28);
    Label text = new Label(Messages.text("ui.ranking.opening"));
    text.getStyleClass().add("empty-text");
    VBox box = new VBox(ring, text);
    box.getStyleClass().add("empty-state");
    box.setAlignment(Pos.CENTER);
    return new StackPane(box);
  }

  private EmptyState noPhotos() {
    Button add = new Button(Messages.text("ui.gallery.addFolder"));
    add.getStyleClass().add("accent");
    add.setOnAction(pressed -> addFolder.run());
    return new EmptyState(
        MaterialDesignI.IMAGE_MULTIPLE_OUTLINE,
        Messages.text("ui.ranking.noPhotos"),
        Messages.text("ui.ranking.noPhotosText"),
        add);
  }

  private EmptyState unavailable() {
    Button again = new Button(Messages.text("ui.ranking.tryAgain"));
    again.getStyleClass().add("accent");
    again.setOnAction(pressed -> tryAgain.run());
    return new EmptyState(
        MaterialDesignA.ALERT_CIRCLE_OUTLINE,
        Messages.text("ui.ranking.unavailable"),
        model.obstacleProperty().get(),
        again);
  }

  private void sizeCards() {
    double room = grid.getWidth() - SCROLL_BAR - 1;
    columns = Math.max(1, (int) (room / (NARROWEST_CARD + GAP)));
    double width = Math.floor(room / columns - GAP);
    boolean ranked = model.stateProperty().get() == RankingState.RANKED;
    grid.setCellWidth(width);
    grid.setCellHeight(
        Math.floor(
            width * RankingCard.SHAPE
                + (ranked ? RankingCard.SCORE_HEIGHT : 0)
                + RankingCard.NAME_HEIGHT));
  }

  /** Moves the selection by the arrow keys; leaves other keys alone. */
  public void handleKey(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -columns;
          case DOWN -> columns;
          case HOME -> -model.entries().size();
          case END -> model.entries().size();
          default -> 0;
        };
    if (by != 0) {
      model.move(by);
      event.consume();
    }
  }

  /** The list inside the grid takes no keys, so Tab has nothing to do there. */
  private void skipInnards() {
    if (grid.lookup(".virtual-flow") instanceof VirtualFlow<?> rows) {
      rows.setFocusTraversable(false);
    }
  }

  private void bringIntoView(int index) {
    if (index >= 0 && grid.lookup(".virtual-flow") instanceof VirtualFlow<?> rows) {
      rows.scrollTo(index / columns);
    }
  }
}
