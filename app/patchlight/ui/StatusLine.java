package patchlight.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import patchlight.messages.Messages;
import patchlight.network.Manifest;
import patchlight.retrieval.SearchTimes;
import patchlight.ui.controls.IconButton;

/** The window's last line: a note if there is one, then network, device, photos and search time. */
final class StatusLine extends StatusBar {
  private final Label network = item(MaterialDesignV.VECTOR_TRIANGLE);
  private final Label device = item(MaterialDesignC.CHIP);
  private final Label photos = item(MaterialDesignI.IMAGE_MULTIPLE_OUTLINE);
  private final Label time = item(MaterialDesignT.TIMER_OUTLINE);

  StatusLine() {
    setText("");
    setFocusTraversable(false);
    getRightItems().addAll(network, device, photos, time);
    getStyleClass().add("status-line");
    network.setId("network");
    device.setId("device");
    photos.setId("photos");
    time.setId("time");
  }

  private static Label item(Ikon icon) {
    Label label = new Label("", new FontIcon(icon));
    label.getStyleClass().add("status-item");
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setTooltip(IconButton.tooltip(""));
    label.setVisible(false);
    return label;
  }

  private static void show(Label item, String text, String meaning) {
    item.setText(text);
    item.getTooltip().setText(meaning);
    item.setVisible(true);
  }

  void showNote(String note) {
    setText(note);
  }

  void showNetwork(Manifest manifest, String precision, String deviceName) {
    show(
        network,
        Messages.text("ui.status.network", manifest.name(), manifest.version()),
        Messages.text("ui.status.networkTip", precision));
    show(device, deviceName, Messages.text("ui.status.deviceTip"));
  }

  void showPhotos(int count) {
    show(photos, Messages.text("ui.status.photos", count), Messages.text("ui.status.photosTip"));
  }

  void showTime(SearchTimes times) {
    show(
        time,
        Messages.text("ui.status.time", times.total()),
        Messages.text(
            "ui.status.timeTip", times.encodeMillis(), times.nearestMillis(), times.matchMillis()));
  }
}
