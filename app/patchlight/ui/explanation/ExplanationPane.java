package patchlight.ui.explanation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import patchlight.messages.Messages;
import patchlight.ui.controls.EmptyState;
import patchlight.ui.controls.IconButton;
import patchlight.ui.controls.PhotoImages;

/** The right part of the window: why the selected photo was found, in several ways of looking. */
public final class ExplanationPane extends VBox {
  private static final int PHOTO_SIDE = 900;

  private final PhotoImages images;
  private final MatchView matches;
  private final StrokeView strokes;
  private final RebuiltPart rebuilt;
  private final AttentionPart attention;
  private final StackPane content = new StackPane();
  private final Label photo = PartLabels.styled("", "part-caption");
  private volatile @Nullable Path wanted;

  /**
   * The part for one explanation.
   *
   * @param evidence what is measured of it
   * @param files where it can be saved
   * @param chosen told the path of another photo that a person wants explained
   */
  public ExplanationPane(
      ExplanationViewModel model,
      EvidenceViewModel evidence,
      PhotoImages images,
      ExplanationFiles files,
      Consumer<Path> chosen) {
    this.images = images;
    StrokesViewModel pointed = new StrokesViewModel(model, evidence);
    matches = new MatchView(model, evidence);
    strokes = new StrokeView(model, evidence, pointed);
    rebuilt = new RebuiltPart(model, evidence, chosen);
    attention = new AttentionPart(model, evidence);
    Map<ExplanationPart, Region> parts =
        Map.of(
            ExplanationPart.MATCHES,
            new MatchesPart(model, evidence, matches),
            ExplanationPart.STROKES,
            new StrokesPart(evidence, pointed, strokes),
            ExplanationPart.REBUILT,
            rebuilt,
            ExplanationPart.ATTENTION,
            attention);

    ScrollPane scroll = new ScrollPane();
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    evidence.partProperty().subscribe(part -> scroll.setContent(parts.get(part)));
    VBox explained = new VBox(new PartSwitch(evidence), scroll);
    EmptyState empty =
        new EmptyState(
            MaterialDesignV.VECTOR_POLYLINE,
            Messages.text("ui.explanation.nothing"),
            Messages.text("ui.explanation.nothingText"));
    model.shownProperty().subscribe(shown -> showContent(shown == null ? empty : explained));
    model.shownProperty().subscribe(this::show);
    VBox.setVgrow(content, Priority.ALWAYS);
    getStyleClass().addAll("part", "explanation-part");
    getChildren().addAll(header(model, files), content);
  }

  private HBox header(ExplanationViewModel model, ExplanationFiles files) {
    Label title = PartLabels.styled(Messages.text("ui.explanation.title"), "part-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    photo.setTooltip(IconButton.tooltip(""));
    photo.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Button save =
        IconButton.button(
            MaterialDesignE.EXPORT_VARIANT,
            "ui.explanation.saveTip",
            () -> files.chooseAndSave(this));
    save.setId("save-explanation");
    save.visibleProperty().bind(model.shownProperty().isNotNull());
    HBox header = new HBox(title, photo, PartLabels.space(), save);
    header.getStyleClass().add("part-header");
    return header;
  }

  private void showContent(Node node) {
    if (!content.getChildren().equals(List.of(node))) {
      content.getChildren().setAll(node);
    }
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
      showPhoto(null);
      images.load(path, PHOTO_SIDE, () -> path.equals(wanted), this::showPhoto);
    }
  }

  private void showPhoto(@Nullable Image image) {
    matches.showPhoto(image);
    strokes.showPhoto(image);
    rebuilt.view().showPhoto(image);
    attention.showPhoto(image);
  }
}
