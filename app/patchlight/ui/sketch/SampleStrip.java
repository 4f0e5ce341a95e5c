package patchlight.ui.sketch;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import patchlight.messages.Messages;
import patchlight.sketch.Sketch;
import patchlight.sketch.Stroke;
import patchlight.ui.controls.IconButton;

/** What the blank paper says: that one draws here, and sketches to try at one click. */
final class SampleStrip extends VBox {
  private static final int SIDE = 52;
  private static final int MOST_COLUMNS = 6;
  private static final double DENSITY = 2;
  private static final double PEN_WIDTH = 1.8;

  SampleStrip(ObservableList<SampleSketch> samples, Consumer<Sketch> chosen) {
    Label title = new Label(Messages.text("ui.sketch.drawSomething"));
    title.getStyleClass().add("paper-title");
    Label text = new Label(Messages.text("ui.sketch.drawHint"));
    text.getStyleClass().add("paper-text");
    text.setWrapText(true);
    VBox words = new VBox(4, title, text);
    words.setAlignment(Pos.CENTER);
    words.setMouseTransparent(true);
    words.getStyleClass().add("paper-words");

    FlowPane strip = new FlowPane();
    strip.getStyleClass().add("samples");
    strip.setAlignment(Pos.CENTER);
    strip.setPickOnBounds(false);
    strip.setMaxWidth(MOST_COLUMNS * (SIDE + 20));
    Runnable fill =
        () ->
            strip
                .getChildren()
                .setAll(samples.stream().map(sample -> button(sample, chosen)).toList());
    samples.addListener((ListChangeListener<SampleSketch>) change -> fill.run());
    fill.run();
    getStyleClass().add("sample-strip");
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
    getChildren().addAll(words, strip);
  }

  private static Button button(SampleSketch sample, Consumer<Sketch> chosen) {
    Button button = new Button(sample.name(), picture(sample.sketch()));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText(Messages.text("ui.sketch.sample", sample.name()));
    button.setTooltip(IconButton.tooltip(Messages.text("ui.sketch.sample", sample.name())));
    button.getStyleClass().add("sample");
    button.setOnAction(pressed -> chosen.accept(sample.sketch()));
    return button;
  }

  private static ImageView picture(Sketch sketch) {
    Sketch fitted = PaperScale.fitted(sketch);
    // The sample fills its button: 720 of the paper's 1000 units are the sketch.
    double factor = SIDE * 1.2 / PaperScale.UNITS;
    PaperScale scale = new PaperScale(factor, SIDE / 2.0, SIDE / 2.0);
    int pixels = (int) (SIDE * DENSITY);
    InkSurface surface = new InkSurface(pixels, pixels);
    for (Stroke stroke : fitted.strokes()) {
      StrokePen.draw(surface, scale, DENSITY, PEN_WIDTH, stroke);
    }
    surface.show();
    ImageView view = new ImageView(surface.image());
    view.setFitWidth(SIDE);
    view.setFitHeight(SIDE);
    return view;
  }
}
