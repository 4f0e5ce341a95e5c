package patchlight.ui.explanation;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import patchlight.messages.Messages;
import patchlight.ui.controls.IconButton;

/** The ways of looking at an explanation, side by side; one of them is always chosen. */
final class PartSwitch extends HBox {
  private final EvidenceViewModel evidence;
  private final ToggleGroup group = new ToggleGroup();

  PartSwitch(EvidenceViewModel evidence) {
    this.evidence = evidence;
    getStyleClass().add("part-switch");
    evidence.tellsAttentionProperty().subscribe(this::offer);
    evidence.partProperty().subscribe(this::choose);
  }

  /** Without a network that tells its attention there is no such part. */
  private void offer(boolean attention) {
    getChildren().clear();
    ExplanationPart last = attention ? ExplanationPart.ATTENTION : ExplanationPart.REBUILT;
    for (ExplanationPart part : ExplanationPart.values()) {
      if (part.compareTo(last) <= 0) {
        String place =
            part == ExplanationPart.MATCHES
                ? Styles.LEFT_PILL
                : part == last ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
        getChildren().add(button(part, place));
      }
    }
    if (evidence.partProperty().get().compareTo(last) > 0) {
      evidence.partProperty().set(ExplanationPart.MATCHES);
    }
    choose(evidence.partProperty().get());
  }

  private ToggleButton button(ExplanationPart part, String place) {
    ToggleButton button = new ToggleButton(Messages.text(part.nameKey));
    button.setId("part-" + part.name().toLowerCase(Locale.ROOT));
    button.setUserData(part);
    button.setToggleGroup(group);
    button.setTooltip(IconButton.tooltip(Messages.text(part.tipKey)));
    button.getStyleClass().add(place);
    button.setOnAction(pressed -> {
      // A second press must not leave nothing chosen.
      button.setSelected(true);
      evidence.partProperty().set(part);
    });
    return button;
  }

  private void choose(ExplanationPart part) {
    group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == part));
  }
}
