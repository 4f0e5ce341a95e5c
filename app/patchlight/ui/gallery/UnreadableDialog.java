package patchlight.ui.gallery;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import patchlight.gallery.Unreadable;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/** Lists the files that could not be indexed, each with its reason. */
final class UnreadableDialog extends Dialog<Void> {
  UnreadableDialog(List<Unreadable> files, Window owner) {
    initOwner(owner);
    setTitle(Messages.text("ui.gallery.reportTitle"));
    setHeaderText(Messages.text("ui.gallery.reportTitle"));
    setResizable(true);
    Label text = new Label(Messages.text("ui.gallery.reportText", files.size()));
    text.setWrapText(true);
    TableView<Unreadable> table = new TableView<>(FXCollections.observableArrayList(files));
    table.getColumns().add(column("ui.gallery.reportFile", 300, file -> file.path().toString()));
    table.getColumns().add(column("ui.gallery.reportReason", 540, Unreadable::reason));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPrefSize(860, 320);
    VBox content = new VBox(text, table);
    content.getStyleClass().add("report");
    getDialogPane().setContent(content);
    getDialogPane().setMinWidth(900);

    ButtonType copy = new ButtonType(Messages.text("ui.gallery.reportCopy"), ButtonData.LEFT);
    getDialogPane().getButtonTypes().addAll(copy, ButtonType.CLOSE);
    if (getDialogPane().lookupButton(copy) instanceof Button button) {
      button.addEventFilter(
          ActionEvent.ACTION,
          pressed -> {
            copy(files);
            pressed.consume();
          });
    }
  }

  private static void copy(List<Unreadable> files) {
    ClipboardContent content = new ClipboardContent();
    content.putString(
        files.stream()
            .map(file -> file.path() + "\t" + file.reason())
            .collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static TableColumn<Unreadable, String> column(
      String titleKey, double width, Function<Unreadable, String> text) {
    TableColumn<Unreadable, String> column = new TableColumn<>(Messages.text(titleKey));
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setCellFactory(made ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(item);
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            setTooltip(item == null ? null : IconButton.tooltip(item));
          }
        });
    return column;
  }
}
