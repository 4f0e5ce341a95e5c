package patchlight.ui;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import patchlight.settings.Theme;

/** A window for one part of the program, dressed as the program dresses it. */
public final class SomeWindow {
  private SomeWindow() {}

  /** Shows a part in the middle of the headless screen of 1000×1000, where dialogs have room. */
  public static Scene show(Stage stage, Parent part, double width, double height) {
    Scene scene = new Scene(part, width, height);
    WindowTheme.follow(scene, new SimpleObjectProperty<>(Theme.LIGHT));
    stage.setScene(scene);
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    // The stage is shared by all tests and keeps its place from the one before unless moved.
    stage.setX(1);
    stage.setY(1);
    stage.setX(Math.floor((1000 - width) / 2));
    stage.setY(Math.floor((1000 - height) / 2));
    return scene;
  }
}
