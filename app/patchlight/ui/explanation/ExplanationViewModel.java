package patchlight.ui.explanation;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Correspondence;
import patchlight.explanation.Explanation;

/** Which matches are drawn, and which patches are lit under the pointer. */
public final class ExplanationViewModel {
  /** More lines than this hide one another. */
  private static final int MOST_MATCHES = 64;

  private static final float[] DARK = {};

  private final ReadOnlyObjectWrapper<@Nullable ShownExplanation> shown =
      new ReadOnlyObjectWrapper<>();
  private final DoubleProperty weakest = new SimpleDoubleProperty(0.25);
  private final ReadOnlyObjectWrapper<@Nullable PatchPlace> hovered = new ReadOnlyObjectWrapper<>();
  private final ObjectBinding<List<Correspondence>> matches =
      Bindings.createObjectBinding(this::strongEnough, shown, weakest);
  private final ObjectBinding<Verdict> verdict =
      Bindings.createObjectBinding(this::judge, shown, matches);

  /** What is explained; null while nothing is. */
  public ReadOnlyObjectProperty<@Nullable ShownExplanation> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Matches less clear than this are not drawn: in [0, 1], see {@link Explanation#clarity}. */
  public DoubleProperty weakestProperty() {
    return weakest;
  }

  /** How many matches there are, drawn or not. */
  public int allMatches() {
    ShownExplanation now = shown.get();
    return now == null ? 0 : now.explanation().strongest(MOST_MATCHES).size();
  }

  /** The matches to draw, strongest first. */
  public ObservableValue<List<Correspondence>> matchesProperty() {
    return matches;
  }

  /** The patch under the pointer; null where there is none that can answer. */
  public ReadOnlyObjectProperty<@Nullable PatchPlace> hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  /** How sure the network is, in words. */
  public ObservableValue<Verdict> verdictProperty() {
    return verdict;
  }

  /** Explains another photo or a changed sketch; what the pointer is on stays lit. */
  public void show(ShownExplanation explanation) {
    shown.set(explanation);
    hover(hovered.get());
  }

  public void showNothing() {
    hovered.set(null);
    shown.set(null);
  }

  /**
   * Puts the pointer on a patch. A sketch patch without ink has nothing to say and lights nothing.
   */
  public void hover(@Nullable PatchPlace place) {
    ShownExplanation now = shown.get();
    boolean answers =
        now != null
            && place != null
            && (place.side() == Side.PHOTO || now.explanation().inked(place.patch()));
    hovered.set(answers ? place : null);
  }

  /**
   * How much each patch of a picture answers to the patch under the pointer, on the scale of {@link
   * Explanation#clarity}: where attention is spread evenly nothing is lit.
   *
   * @return values in [0, 1] in row order; empty where nothing is lit on that side
   */
  public float[] heat(Side side) {
    ShownExplanation now = shown.get();
    PatchPlace place = hovered.get();
    if (now == null || place == null || place.side() == side) {
      return DARK;
    }
    Explanation explanation = now.explanation();
    return clarity(
        side == Side.PHOTO
            ? explanation.heatOnPhoto(place.patch())
            : explanation.heatOnSketch(place.patch()));
  }

  /** Heat that was scaled to its largest value, put back to shares of attention and to clarity. */
  private static float[] clarity(float[] heat) {
    double sum = 0;
    int answering = 0;
    for (float value : heat) {
      sum += value;
      answering += value > 0 ? 1 : 0;
    }
    float[] clarity = new float[heat.length];
    for (int patch = 0; answering > 1 && patch < heat.length; patch++) {
      double share = heat[patch] / sum;
      clarity[patch] = (float) Math.clamp(1 + Math.log(share) / Math.log(answering), 0, 1);
    }
    return clarity;
  }

  /** Whether a match begins or ends at the patch under the pointer. */
  public boolean touchesHovered(Correspondence match) {
    PatchPlace place = hovered.get();
    return place != null
        && place.patch()
            == (place.side() == Side.SKETCH ? match.sketchPatch() : match.photoPatch());
  }

  private List<Correspondence> strongEnough() {
    ShownExplanation now = shown.get();
    if (now == null) {
      return List.of();
    }
    Explanation explanation = now.explanation();
    return explanation.strongest(MOST_MATCHES).stream()
        .filter(match -> explanation.clarity(match) >= weakest.get())
        .toList();
  }

  private Verdict judge() {
    ShownExplanation now = shown.get();
    return now == null ? Verdict.NONE : Verdict.of(now, matches.get());
  }
}
