package patchlight.ui;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import patchlight.messages.Messages;
import patchlight.network.Manifest;

/** The pages that the settings menu opens: keyboard shortcuts, and what this program is. */
final class Pages {
  private static final double WIDTH = 440;

  private Pages() {}

  /** A page of one paragraph. */
  static Node text(String text) {
    return paragraph(text);
  }

  private record Key(String keys, String meaning) {}

  static Node keys() {
    List<Key> keys =
        List.of(
            key("ui.keys.pen", "ui.keys.penMeaning"),
            key("ui.keys.eraser", "ui.keys.eraserMeaning"),
            key("ui.keys.undo", "ui.keys.undoMeaning"),
            key("ui.keys.redo", "ui.keys.redoMeaning"),
            key("ui.keys.clear", "ui.keys.clearMeaning"),
            key("ui.keys.read", "ui.keys.readMeaning"),
            key("ui.keys.write", "ui.keys.writeMeaning"),
            key("ui.keys.arrows", "ui.keys.arrowsMeaning"));
    GridPane page = new GridPane();
    page.getStyleClass().add("keys-page");
    for (int row = 0; row < keys.size(); row++) {
      Label name = new Label(keys.get(row).keys());
      name.getStyleClass().add("key-cap");
      page.addRow(row, name, new Label(keys.get(row).meaning()));
    }
    return page;
  }

  private static Key key(String keysKey, String meaningKey) {
    return new Key(Messages.text(keysKey), Messages.text(meaningKey));
  }

  /**
   * What this program is.
   *
   * @param network the one that runs; empty where none could be opened
   */
  static Node about(Optional<Manifest> network) {
    VBox page = new VBox(paragraph(Messages.text("ui.about.text")));
    network.ifPresent(manifest -> {
      add(
          page,
          Messages.text(
              "ui.about.network",
              manifest.name(),
              manifest.version(),
              manifest.precisions(),
              manifest.training()));
      manifest.source().ifPresent(source -> add(page, Messages.text("ui.about.source", source)));
      manifest
          .license()
          .ifPresent(license -> add(page, Messages.text("ui.about.networkLicence", license)));
    });
    page.getChildren().add(paragraph(Messages.text("ui.about.licence")));
    page.getStyleClass().add("about-page");
    return page;
  }

  private static void add(VBox page, String text) {
    page.getChildren().add(paragraph(text));
  }

  private static Label paragraph(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setPrefWidth(WIDTH);
    return label;
  }
}
