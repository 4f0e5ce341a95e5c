package patchlight.ui.explanation;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Counterparts;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PairAttention;
import patchlight.explanation.StrokeInfluence;

/**
 * What was measured of the explanation shown, as far as it is known yet, and the part that a person
 * looks at, for which it is measured.
 */
public final class EvidenceViewModel {
  private final ObjectProperty<ExplanationPart> part =
      new SimpleObjectProperty<>(ExplanationPart.MATCHES);
  private final BooleanProperty tellsAttention = new SimpleBooleanProperty();
  private final BooleanProperty lackingLit = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable Faithfulness> faithfulness =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Counterparts> counterparts =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable StrokeInfluence> influence =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<RebuiltPhoto>> rebuilt =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable PairAttention> attention =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");

  /** The part that is looked at. */
  public ObjectProperty<ExplanationPart> partProperty() {
    return part;
  }

  /** Whether the network tells where its retrieval token looks. */
  public BooleanProperty tellsAttentionProperty() {
    return tellsAttention;
  }

  /** Whether the patches that this photo lacks are lit. */
  BooleanProperty lackingLitProperty() {
    return lackingLit;
  }

  /** Whether the explanation is true; null until it is measured. */
  public ReadOnlyObjectProperty<@Nullable Faithfulness> faithfulnessProperty() {
    return faithfulness.getReadOnlyProperty();
  }

  /** What the photo lacks against the first one; null for the first one and until it is known. */
  public ReadOnlyObjectProperty<@Nullable Counterparts> counterpartsProperty() {
    return counterparts.getReadOnlyProperty();
  }

  /** Which strokes matter, with those measured so far; null until the first are. */
  public ReadOnlyObjectProperty<@Nullable StrokeInfluence> influenceProperty() {
    return influence.getReadOnlyProperty();
  }

  /** The sketch rebuilt from the photo shown, then from the best ones; empty until it is. */
  public ReadOnlyObjectProperty<List<RebuiltPhoto>> rebuiltProperty() {
    return rebuilt.getReadOnlyProperty();
  }

  /** Where the retrieval token looks; null until it is known. */
  public ReadOnlyObjectProperty<@Nullable PairAttention> attentionProperty() {
    return attention.getReadOnlyProperty();
  }

  /** Why nothing can be measured, for a person; empty where nothing hinders it. */
  public ReadOnlyStringProperty obstacleProperty() {
    return obstacle.getReadOnlyProperty();
  }

  /** Whether all that a part shows is measured. */
  public boolean knows(ExplanationPart asked) {
    StrokeInfluence strokes = influence.get();
    return switch (asked) {
      case MATCHES -> faithfulness.get() != null;
      case STROKES -> strokes != null && strokes.effects().size() == strokes.toMeasure();
      case REBUILT -> !rebuilt.get().isEmpty();
      case ATTENTION -> attention.get() != null;
    };
  }

  /** Forgets everything, since another explanation is shown. */
  public void forget() {
    faithfulness.set(null);
    counterparts.set(null);
    influence.set(null);
    rebuilt.set(List.of());
    attention.set(null);
    obstacle.set("");
  }

  public void show(Faithfulness measured) {
    faithfulness.set(measured);
  }

  public void show(Counterparts compared) {
    counterparts.set(compared);
  }

  public void show(StrokeInfluence measured) {
    influence.set(measured);
  }

  public void show(PairAttention looked) {
    attention.set(looked);
  }

  /**
   * Shows rebuilt sketches.
   *
   * @param pictures from the photo shown first, then from the best ones
   */
  public void showRebuilt(List<RebuiltPhoto> pictures) {
    rebuilt.set(List.copyOf(pictures));
  }

  /** Says why something could not be measured. */
  public void showObstacle(String reason) {
    obstacle.set(reason);
  }
}
