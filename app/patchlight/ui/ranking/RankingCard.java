package patchlight.ui.ranking;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import patchlight.messages.Messages;
import patchlight.retrieval.RankedPhoto;
import patchlight.ui.controls.IconButton;
import patchlight.ui.controls.PhotoImages;

/** One photo of the grid: thumbnail, rank, similarity and name. */
final class RankingCard extends GridCell<RankingEntry> {
  /** Pixels of a thumbnail's longer side; enough for twice the density of the largest card. */
  private static final int THUMBNAIL = 360;

  private static final double PADDING = 6;

  /** Height of a thumbnail for its width. */
  static final double SHAPE = 0.86;

  /** Pixels that the line with the similarity takes. */
  static final double SCORE_HEIGHT = 17;

  /** Pixels that the name takes, with the card's own edges. */
  static final double NAME_HEIGHT = 27;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final RankingViewModel model;
  private final PhotoImages images;
  private final ImageView picture = new ImageView();
  private final Rectangle rounding = new Rectangle();
  private final StackPane frame = new StackPane(picture);
  private final Label rank = new Label();
  private final Label name = new Label();
  private final Label similarity = new Label();
  private final Region bar = new Region();
  private final Region track = new Region();
  private final HBox score;
  private final Tooltip path = IconButton.tooltip("");
  private final ContextMenu menu;

  /** The model outlives the cells that the grid makes anew, so it must not hold them. */
  private final InvalidationListener selectionMoved = moved -> showSelection();

  private volatile @Nullable Path wanted;
  private @Nullable RankingEntry entry;

  RankingCard(RankingViewModel model, PhotoImages images, PhotoActions actions) {
    this.model = model;
    this.images = images;
    rank.getStyleClass().add("card-rank");
    name.getStyleClass().add("card-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    similarity.getStyleClass().add("card-similarity");
    bar.getStyleClass().add("card-bar");
    track.getStyleClass().add("card-track");
    frame.getStyleClass().add("card-frame");
    rounding.setArcWidth(12);
    rounding.setArcHeight(12);
    frame.setClip(rounding);
    StackPane.setAlignment(rank, Pos.TOP_LEFT);
    frame.getChildren().add(rank);
    StackPane gauge = new StackPane(track, bar);
    gauge.setAlignment(Pos.CENTER_LEFT);
    gauge.getStyleClass().add("card-gauge");
    HBox.setHgrow(gauge, Priority.ALWAYS);
    score = new HBox(gauge, similarity);
    score.setAlignment(Pos.CENTER_LEFT);
    score.getStyleClass().add("card-score");
    gauge.widthProperty().subscribe(this::sizeBar);
    VBox words = new VBox(score, name);
    words.getStyleClass().add("card-words");
    VBox card = new VBox(frame, words);
    card.getStyleClass().add("card-body");
    menu = menu(actions);

    getStyleClass().add("ranking-card");
    setPadding(Insets.EMPTY);
    setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY) {
        model.pick(getIndex());
        if (click.getClickCount() == 2 && entry != null) {
          actions.open(entry.path());
        }
      }
    });
    model.selectedIndexProperty().addListener(new WeakInvalidationListener(selectionMoved));
    card.setMouseTransparent(true);
    setGraphic(card);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    widthProperty().subscribe(this::sizeFrame);
    heightProperty().subscribe(this::sizeFrame);
  }

  private ContextMenu menu(PhotoActions actions) {
    MenuItem open = item("ui.ranking.open", MaterialDesignF.FILE_IMAGE_OUTLINE, actions::open);
    MenuItem folder =
        item("ui.ranking.showInFolder", MaterialDesignF.FOLDER_OUTLINE, actions::showInFolder);
    MenuItem copy = item("ui.ranking.copyPath", MaterialDesignC.CONTENT_COPY, actions::copyPath);
    return new ContextMenu(open, folder, copy);
  }

  private MenuItem item(String messageKey, Ikon icon, Consumer<Path> action) {
    MenuItem item = new MenuItem(Messages.text(messageKey), new FontIcon(icon));
    item.setOnAction(chosen -> {
      if (entry != null) {
        action.accept(entry.path());
      }
    });
    return item;
  }

  private void sizeFrame() {
    double side = Math.max(1, getWidth() - 2 * PADDING);
    double words = NAME_HEIGHT + (entry == null || entry.ranked() == null ? 0 : SCORE_HEIGHT);
    double height = Math.max(1, getHeight() - 2 * PADDING - words);
    frame.setMinSize(side, height);
    frame.setMaxSize(side, height);
    rounding.setWidth(side);
    rounding.setHeight(height);
    cover(picture.getImage());
  }

  /** Fills the frame with the middle of the image. */
  private void cover(@Nullable Image image) {
    double width = rounding.getWidth();
    double height = rounding.getHeight();
    if (image == null || width < 1 || height < 1) {
      return;
    }
    double scale = Math.max(width / image.getWidth(), height / image.getHeight());
    double cutWidth = width / scale;
    double cutHeight = height / scale;
    picture.setViewport(
        new Rectangle2D(
            (image.getWidth() - cutWidth) / 2,
            (image.getHeight() - cutHeight) / 2,
            cutWidth,
            cutHeight));
    picture.setFitWidth(width);
    picture.setFitHeight(height);
  }

  private void showSelection() {
    pseudoClassStateChanged(
        SELECTED, entry != null && getIndex() == model.selectedIndexProperty().get());
  }

  private void sizeBar() {
    RankedPhoto ranked = entry == null ? null : entry.ranked();
    double share = ranked == null ? 0 : Math.clamp(ranked.similarity(), 0f, 1f);
    double width = track.getWidth() * share;
    bar.setMinWidth(width);
    bar.setMaxWidth(width);
  }

  @Override
  protected void updateItem(@Nullable RankingEntry next, boolean empty) {
    super.updateItem(next, empty);
    // The grid blanks a cell before it gives it another photo; what was shown stays until then.
    getGraphic().setVisible(next != null);
    setContextMenu(next == null ? null : menu);
    entry = next;
    if (next == null) {
      name.setText("");
      showSelection();
      return;
    }
    name.setText(next.name());
    path.setText(next.path().toString());
    Tooltip.install(this, path);
    RankedPhoto ranked = next.ranked();
    score.setVisible(ranked != null);
    score.setManaged(ranked != null);
    rank.setVisible(ranked != null);
    if (ranked != null) {
      rank.setText(Integer.toString(ranked.rank()));
      similarity.setText(Messages.text("ui.ranking.similarity", ranked.similarity()));
      setAccessibleText(
          Messages.text("ui.ranking.spoken", ranked.rank(), next.name(), ranked.similarity()));
    }
    sizeFrame();
    sizeBar();
    showSelection();
    if (!next.path().equals(wanted)) {
      wanted = next.path();
      Path photo = next.path();
      picture.setImage(null);
      images.load(photo, THUMBNAIL, () -> photo.equals(wanted), this::showPicture);
    }
  }

  private void showPicture(Image image) {
    picture.setImage(image);
    cover(image);
  }
}
