package patchlight.ui.explanation;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/** The small texts that all parts of an explanation have. */
final class PartLabels {
  private PartLabels() {}

  /** The names of both pictures above them. */
  static HBox pictureTitles(String sketchKey, String sketchTipKey) {
    HBox titles =
        new HBox(
            pictureTitle(sketchKey, sketchTipKey),
            pictureTitle("ui.explanation.thisPhoto", "ui.explanation.thisPhotoTip"));
    titles.getStyleClass().add("picture-titles");
    return titles;
  }

  private static Label pictureTitle(String key, String tipKey) {
    Label title = styled(Messages.text(key), "picture-title");
    title.setTooltip(IconButton.tooltip(Messages.text(tipKey)));
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setPrefWidth(100);
    return title;
  }

  static Label styled(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }

  /** A label whose text goes on in the next line. */
  static Label wrapped(String text, String styleClass) {
    Label label = styled(text, styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** What takes the room between two neighbours. */
  static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
