package patchlight.ui.explanation;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.CoveringCurve.Step;
import patchlight.explanation.Faithfulness;
import patchlight.messages.Messages;

/**
 * How much of the match is left while the photo is covered: one curve for what the explanation
 * marks, one for patches drawn at random, and the area between them. Left nothing is covered, right
 * everything; the line below is no match at all.
 */
final class FaithfulnessCurve extends Pane {
  private static final double WIDTH = 152;
  private static final double HEIGHT = 56;
  private static final double EDGE = 3;

  private final Polygon between = styled(new Polygon(), "curve-between");
  private final Polyline random = styled(new Polyline(), "curve-random");
  private final Polyline guided = styled(new Polyline(), "curve-guided");

  FaithfulnessCurve() {
    setId("faithfulness-curve");
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    getStyleClass().add("faithfulness-curve");
    Line axis = styled(new Line(0, HEIGHT - EDGE, WIDTH, HEIGHT - EDGE), "curve-axis");
    setAccessibleText(Messages.text("ui.explanation.faithfulnessCurve"));
    getChildren().addAll(axis, between, random, guided);
  }

  private static <S extends Shape> S styled(S shape, String styleClass) {
    shape.getStyleClass().add(styleClass);
    shape.setManaged(false);
    return shape;
  }

  /** Draws both curves; none while they are not measured or there is no match. */
  void show(@Nullable Faithfulness measured) {
    between.getPoints().clear();
    random.getPoints().clear();
    guided.getPoints().clear();
    if (measured == null || !measured.measurable()) {
      return;
    }
    List<Step> steps = measured.deletion().steps();
    double whole = measured.whole();
    steps.forEach(step -> add(random.getPoints(), step, step.random() / whole));
    steps.forEach(step -> add(guided.getPoints(), step, step.guided() / whole));
    between.getPoints().addAll(random.getPoints());
    steps.reversed().forEach(step -> add(between.getPoints(), step, step.guided() / whole));
  }

  private static void add(List<Double> points, Step step, double left) {
    points.add(EDGE + step.share() * (WIDTH - 2 * EDGE));
    points.add(HEIGHT - EDGE - Math.clamp(left, 0, 1.05) * (HEIGHT - 4 * EDGE));
  }
}
