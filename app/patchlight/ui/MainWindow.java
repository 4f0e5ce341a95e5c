package patchlight.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import patchlight.messages.Messages;
import patchlight.ui.explanation.ExplanationPane;
import patchlight.ui.gallery.GalleryBar;
import patchlight.ui.ranking.RankingPane;
import patchlight.ui.settings.SettingsMenu;
import patchlight.ui.sketch.SketchPane;

/** How the parts lie in the window: gallery above, sketch, ranking and explanation side by side. */
final class MainWindow extends BorderPane {
  /** The smallest window that shows all parts. */
  static final double LEAST_WIDTH = 960;

  static final double LEAST_HEIGHT = 600;

  /**
   * Puts the parts of the window in their places.
   *
   * @param columns sketch, ranking and explanation, as {@link #columns} lays them
   */
  MainWindow(
      Image icon, Node columns, GalleryBar gallery, SettingsMenu settings, StatusLine status) {
    setTop(head(icon, gallery, settings));
    setCenter(columns);
    setBottom(status);
    getStyleClass().add("main-window");
  }

  /**
   * Sketch, ranking and explanation side by side, each as wide as a person makes it.
   *
   * @param dividers where they met last time, as shares of the width; the usual places where they
   *     are not two
   */
  static SplitPane columns(
      SketchPane sketch, RankingPane ranking, ExplanationPane explanation, List<Double> dividers) {
    SplitPane columns = new SplitPane(sketch, ranking, explanation);
    columns.getStyleClass().add("columns");
    columns.setDividerPositions(0.31, 0.62);
    if (dividers.size() == columns.getDividers().size()) {
      columns.setDividerPositions(dividers.get(0), dividers.get(1));
    }
    sketch.setMinWidth(290);
    ranking.setMinWidth(250);
    explanation.setMinWidth(330);
    return columns;
  }

  private static Parent head(Image icon, GalleryBar gallery, SettingsMenu settings) {
    ImageView mark = new ImageView(icon);
    mark.setFitWidth(24);
    mark.setFitHeight(24);
    Label name = new Label(Messages.text("ui.window.name"), mark);
    name.getStyleClass().add("brand");
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(gallery, Priority.ALWAYS);
    HBox head = new HBox(name, gallery, settings);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("head");
    return head;
  }
}
