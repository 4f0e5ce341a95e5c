package patchlight.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/**
 * Measures ink: draws a long scribble with the real program while it searches, and prints how long
 * a pointer event takes and how long until the frame that shows it. Needs a display (a virtual one
 * will do) and {@code -Dpatchlight.home=FOLDER}.
 */
public final class InkBench {
  private static final int STROKES = 16;
  private static final int POINTS = 125;

  private final List<Double> events = new ArrayList<>();
  private final List<Double> frames = new ArrayList<>();
  private final Scene scene = Window.getWindows().getFirst().getScene();
  private final Node paper = scene.lookup(".sketch-paper");
  private final List<Long> waiting = new ArrayList<>();
  private int drawn;
  private long begun;

  private InkBench() {}

  /** Measures, prints and ends the program. */
  public static void main(String[] words) throws InterruptedException {
    Thread.ofPlatform().start(() -> Application.launch(PatchlightApp.class));
    Thread.sleep(Long.getLong("patchlight.warmup", 15_000));
    Platform.runLater(() -> new InkBench().start());
  }

  private void start() {
    begun = System.nanoTime();
    scene.addPostLayoutPulseListener(() -> {
      long now = System.nanoTime();
      waiting.forEach(at -> frames.add((now - at) / 1e6));
      waiting.clear();
    });
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        // Two events a frame: a mouse of 120 Hz.
        for (int i = 0; i < 2; i++) {
          if (drawn == STROKES * POINTS) {
            stop();
            report();
            return;
          }
          pointer(drawn++);
        }
      }
    }.start();
  }

  private void pointer(int index) {
    int point = index % POINTS;
    EventType<MouseEvent> type =
        point == 0
            ? MouseEvent.MOUSE_PRESSED
            : point == POINTS - 1 ? MouseEvent.MOUSE_RELEASED : MouseEvent.MOUSE_DRAGGED;
    double turn = index / 25.0;
    int stroke = index / POINTS;
    double size = 0.15 + 0.3 * stroke / STROKES;
    double x = paper.getLayoutBounds().getWidth() * (0.5 + size * Math.cos(turn));
    double y = paper.getLayoutBounds().getHeight() * (0.5 + size * Math.sin(turn * 1.3));
    long before = System.nanoTime();
    waiting.add(before);
    Event.fireEvent(paper, event(type, x, y));
    events.add((System.nanoTime() - before) / 1e6);
  }

  private static MouseEvent event(EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        false,
        null);
  }

  private void report() {
    print("pointer event", events);
    print("until its frame", frames);
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(Locale.ROOT, "%.1f frames a second%n", events.size() / 2.0 / seconds);
    Platform.exit();
    System.exit(0);
  }

  private static void print(String name, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f ms, p95 %.2f ms, p99 %.2f ms, most %.2f ms (%d)%n",
        name,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast(),
        sorted.size());
  }
}
