package patchlight.settings;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Saves on a thread of its own, a little later, and of several values only the newest: a slider
 * being dragged or a pen drawing does not wait for the disk. Closing saves what is waiting.
 *
 * @param <T> what is saved, immutable
 */
public final class DelayedSave<T> implements AutoCloseable {
  /** How one value is written. */
  @FunctionalInterface
  public interface Write<T> {
    void write(T value) throws Exception;
  }

  private final Write<T> write;
  private final Duration delay;
  private final Consumer<Exception> onFailure;
  private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("delayed-save").factory());

  /**
   * @param write called on this object's thread, one call at a time
   * @param delay from the first unsaved value to its writing
   * @param onFailure told of each write that failed, on this object's thread
   */
  public DelayedSave(Write<T> write, Duration delay, Consumer<Exception> onFailure) {
    this.write = write;
    this.delay = delay;
    this.onFailure = onFailure;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Takes the place of a value still waiting; returns at once. Not to be called after {@link
   * #close}.
   */
  public void save(T value) {
    boolean nothingWaited = waiting.getAndSet(value) == null;
    if (nothingWaited) {
      var _ = thread.schedule(this::writeWaiting, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Writes what is waiting, without the delay, and ends. */
  @Override
  public void close() {
    thread.close();
    writeWaiting();
  }

  private void writeWaiting() {
    T value = waiting.getAndSet(null);
    if (value == null) {
      return;
    }
    try {
      write.write(value);
    } catch (Exception e) {
      onFailure.accept(e);
    }
  }
}
