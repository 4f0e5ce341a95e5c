package patchlight.ui;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Runs something on the FX thread a moment later. */
final class Pause {
  private Pause() {}

  /** A pause of so many milliseconds. */
  static Consumer<Runnable> of(int millis) {
    return action -> {
      PauseTransition pause = new PauseTransition(Duration.millis(millis));
      pause.setOnFinished(over -> action.run());
      pause.play();
    };
  }
}
