package patchlight.ui.explanation;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import patchlight.explanation.Correspondence;
import patchlight.messages.Messages;
import patchlight.ui.controls.EmptyState;
import patchlight.ui.controls.IconButton;
import patchlight.ui.controls.PhotoImages;

/** The right part of the window: why the selected photo was found. */
public final class ExplanationPane extends VBox {
  private static final int PHOTO_SIDE = 900;

  private final ExplanationViewModel model;
  private final PhotoImages images;
  private final MatchView matches;
  private final StackPane content = new StackPane();
  private final Label photo = new Label();
  private final Label count = new Label();
  private final Label sentence = new Label();
  private final Label lines = new Label();
  private final Gauge similarity =
      new Gauge(
          Messages.text("ui.explanation.similarity"),
          Messages.text("ui.explanation.similarityMeaning"));
  private final Gauge relation =
      new Gauge(
          Messages.text("ui.explanation.relation"),
          Messages.text("ui.explanation.relationMeaning"));
  private final Gauge sharpness =
      new Gauge(
          Messages.text("ui.explanation.sharpness"),
          Messages.text("ui.explanation.sharpnessMeaning"));
  private volatile @Nullable Path wanted;

  /** The part for one explanation. */
  public ExplanationPane(ExplanationViewModel model, PhotoImages images) {
    this.model = model;
    this.images = images;
    matches = new MatchView(model);
    matches.setId("matches");
    Label title = new Label(Messages.text("ui.explanation.title"));
    title.getStyleClass().add("part-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    photo.getStyleClass().add("part-caption");
    photo.setTooltip(IconButton.tooltip(""));
    photo.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    HBox header = new HBox(title, photo);
    header.getStyleClass().add("part-header");

    VBox explained = new VBox(pictureTitles(), matches, words(), matchSlider(), gauges());
    explained.getStyleClass().add("explained");
    ScrollPane scroll = new ScrollPane(explained);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    EmptyState empty =
        new EmptyState(
            MaterialDesignV.VECTOR_POLYLINE,
            Messages.text("ui.explanation.nothing"),
            Messages.text("ui.explanation.nothingText"));
    model
        .shownProperty()
        .subscribe(shown -> content.getChildren().setAll(shown == null ? empty : scroll));
    model.shownProperty().subscribe(this::show);
    model.verdictProperty().subscribe(this::show);
    model.matchesProperty().subscribe(this::showCount);
    VBox.setVgrow(content, Priority.ALWAYS);
    getStyleClass().addAll("part", "explanation-part");
    getChildren().addAll(header, content);
  }

  private static HBox pictureTitles() {
    HBox titles =
        new HBox(
            pictureTitle("ui.explanation.yourSketch", "ui.explanation.yourSketchTip"),
            pictureTitle("ui.explanation.thisPhoto", "ui.explanation.thisPhotoTip"));
    titles.getStyleClass().add("picture-titles");
    return titles;
  }

  private static Label pictureTitle(String key, String tipKey) {
    Label title = new Label(Messages.text(key));
    title.setTooltip(IconButton.tooltip(Messages.text(tipKey)));
    title.getStyleClass().add("picture-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setPrefWidth(100);
    return title;
  }

  /** The slider lies on the colours of the lines: all lines right of its thumb are drawn. */
  private VBox matchSlider() {
    Slider slider = new Slider(0, 1, 0);
    slider.valueProperty().bindBidirectional(model.weakestProperty());
    slider.setBlockIncrement(0.02);
    slider.setId("weakest-match");
    slider.setTooltip(IconButton.tooltip(Messages.text("ui.explanation.sliderTip")));
    slider.getStyleClass().add("strength-slider");
    slider.setStyle("-strength-colors: " + StrengthColors.gradient());
    Label name = caption("ui.explanation.matches", "gauge-name");
    count.getStyleClass().add("gauge-value");
    count.setId("match-count");
    HBox words = new HBox(name, space(), count);
    HBox ends =
        new HBox(
            caption("ui.explanation.chance", "scale-end"),
            space(),
            caption("ui.explanation.certain", "scale-end"));
    VBox box = new VBox(words, slider, ends);
    box.getStyleClass().add("match-slider");
    return box;
  }

  private static Label caption(String key, String styleClass) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().add(styleClass);
    return label;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private VBox words() {
    sentence.setWrapText(true);
    sentence.setId("sentence");
    sentence.getStyleClass().add("verdict");
    lines.setWrapText(true);
    Label hover = caption("ui.explanation.hover", "verdict-lines");
    hover.setWrapText(true);
    lines.getStyleClass().add("verdict-lines");
    VBox words = new VBox(sentence, lines, hover);
    words.getStyleClass().add("verdict-box");
    return words;
  }

  private VBox gauges() {
    VBox rows = new VBox(similarity, relation, sharpness);
    rows.getStyleClass().add("gauges");
    return rows;
  }

  private void show(@Nullable ShownExplanation shown) {
    if (shown == null) {
      photo.setText("");
      wanted = null;
      return;
    }
    Path path = shown.photo().photo().path();
    Path name = path.getFileName();
    photo.setText(Messages.text("ui.explanation.photo", shown.photo().rank(), name));
    photo.getTooltip().setText(path.toString());
    if (!path.equals(wanted)) {
      wanted = path;
      matches.showPhoto(null);
      images.load(path, PHOTO_SIDE, () -> path.equals(wanted), matches::showPhoto);
    }
  }

  private void show(Verdict verdict) {
    sentence.setText(verdict.sentence());
    lines.setText(verdict.lines());
    similarity.show(verdict.similarity());
    relation.show(verdict.relationScore());
    sharpness.show(verdict.sharpness());
  }

  private void showCount(List<Correspondence> matches) {
    count.setText(Messages.text("ui.explanation.count", matches.size(), model.allMatches()));
  }
}
