package patchlight.ui.explanation;

import javafx.scene.control.Hyperlink;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Counterparts;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/**
 * What the photo lacks against the first one, in a line that lights those patches of the sketch
 * under the pointer, with the keyboard on it, and for good once it was pressed. The first photo has
 * no such line.
 */
final class LackingLine extends Hyperlink {
  private final EvidenceViewModel evidence;
  private boolean kept;

  LackingLine(ExplanationViewModel model, EvidenceViewModel evidence) {
    this.evidence = evidence;
    setId("lacking");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setVisited(false);
    getStyleClass().add("lacking-line");
    setTooltip(IconButton.tooltip(Messages.text("ui.explanation.lackingTip")));
    managedProperty().bind(visibleProperty());
    setOnAction(pressed -> {
      kept = !kept;
      setVisited(false);
      light();
    });
    hoverProperty().subscribe(hovered -> light());
    focusVisibleProperty().subscribe(focused -> light());
    evidence.counterpartsProperty().subscribe(this::show);
    model
        .shownProperty()
        .subscribe(shown -> {
          kept = false;
          light();
        });
  }

  private void light() {
    evidence.lackingLitProperty().set(kept || isHover() || isFocusVisible());
  }

  private void show(@Nullable Counterparts compared) {
    setVisible(compared != null);
    if (compared != null) {
      setText(
          compared.onlyInOther().isEmpty()
              ? Messages.text("ui.explanation.lacksNothing")
              : Messages.text("ui.explanation.lacks", compared.onlyInOther().size()));
    }
  }
}
