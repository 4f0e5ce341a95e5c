package patchlight.ui;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.controlsfx.dialog.ExceptionDialog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import patchlight.gallery.GalleryException;
import patchlight.messages.Messages;
import patchlight.network.NetworkException;
import patchlight.settings.Theme;
import patchlight.sketch.SketchException;

/**
 * How the window says that something went wrong: bad input as a line under the window's head, a
 * network that does not load as a dialog, a bug as a dialog with its trace. Each is logged once.
 */
final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final NotificationPane pane;
  private final ObservableValue<Theme> theme;
  private final AtomicBoolean showingBug = new AtomicBoolean();

  Notices(Node content, ObservableValue<Theme> theme) {
    this.theme = theme;
    pane = new NotificationPane(content);
    pane.getStyleClass().add("notices");
    // Else Tab stops here, and the pane passes the focus on to the columns, which take no keys.
    pane.setFocusTraversable(false);
    // From below: above it would lie on the tools of the paper.
    pane.setShowFromTop(false);
    pane.setCloseButtonVisible(true);
  }

  NotificationPane pane() {
    return pane;
  }

  /** Says one thing until it is closed or something else is said. */
  void tell(String text) {
    show(text, List.of());
  }

  /** Says what can be done about something. */
  void offer(String text, String button, Runnable action) {
    show(
        text,
        List.of(
            new Action(
                button,
                pressed -> {
                  pane.hide();
                  action.run();
                })));
  }

  /** Takes away what is said. */
  void hide() {
    pane.hide();
  }

  /** What is being said; empty where nothing is. */
  String text() {
    return pane.isShowing() ? pane.getText() : "";
  }

  private void show(String text, List<Action> actions) {
    pane.getActions().setAll(actions);
    pane.setText(text);
    pane.show();
  }

  /** Tells of something that failed: expected failures in their own words, others as a bug. */
  void failed(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (isExpected(failure)) {
      // A search that fails does so with every move of the pen: said and logged once.
      if (!message.equals(text())) {
        LOG.warn("{}", message, failure);
        tell(message);
      }
    } else {
      bug(failure);
    }
  }

  private static boolean isExpected(Throwable failure) {
    return failure instanceof NetworkException
        || failure instanceof GalleryException
        || failure instanceof SketchException
        || failure instanceof IOException;
  }

  /** Shows a dialog about a network or gallery that cannot be used, with what to do. */
  void dialog(String title, Throwable failure) {
    LOG.error("{}", failure.getMessage(), failure);
    message(title, Pages.text(String.valueOf(failure.getMessage())));
  }

  /** Shows a bug with its trace, from any thread; further ones are logged while one is shown. */
  void bug(Throwable failure) {
    LOG.error("Unexpected failure", failure);
    if (showingBug.compareAndSet(false, true)) {
      Platform.runLater(() -> {
        ExceptionDialog dialog = new ExceptionDialog(failure);
        dialog.setTitle(Messages.text("ui.bug.title"));
        dialog.setHeaderText(Messages.text("ui.bug.text"));
        dialog.setOnHidden(hidden -> showingBug.set(false));
        open(dialog);
      });
    }
  }

  /** Shows a page in a dialog. */
  void message(String title, Node content) {
    Alert alert = new Alert(AlertType.INFORMATION);
    alert.setTitle(title);
    alert.setHeaderText(title);
    alert.setGraphic(null);
    alert.getDialogPane().setContent(content);
    open(alert);
  }

  private void open(Dialog<?> dialog) {
    Window owner = owner();
    if (owner == null) {
      // The window was closed meanwhile; what fails now is in the log.
      return;
    }
    dialog.initOwner(owner);
    WindowTheme.dress(dialog.getDialogPane().getScene(), theme.getValue());
    dialog.show();
  }

  private @Nullable Window owner() {
    return pane.getScene() == null ? null : pane.getScene().getWindow();
  }
}
