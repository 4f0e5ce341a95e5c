package patchlight.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

/** Runs tasks at the same time, on the processors that are free. */
public final class SideBySide {
  private SideBySide() {}

  /**
   * Runs all tasks, a few at the same time, and waits for them.
   *
   * @param lanes how many may run at the same time
   * @param failure what a task may throw
   * @return what they gave, in their order
   * @throws E what the first of them threw that failed so
   * @throws IllegalStateException if one failed in another way
   */
  public static <T, E extends Exception> List<T> run(
      List<Callable<T>> tasks, int lanes, Class<E> failure) throws E {
    List<Callable<List<T>>> shares = new ArrayList<>();
    int count = Math.min(lanes, tasks.size());
    for (int share = 0; share < count; share++) {
      int from = share * tasks.size() / count;
      int to = (share + 1) * tasks.size() / count;
      shares.add(() -> inTurn(tasks.subList(from, to)));
    }
    List<T> results = new ArrayList<>(tasks.size());
    for (Future<List<T>> share : ForkJoinPool.commonPool().invokeAllUninterruptibly(shares)) {
      results.addAll(result(share, failure));
    }
    return results;
  }

  private static <T> List<T> inTurn(List<Callable<T>> tasks) throws Exception {
    List<T> results = new ArrayList<>(tasks.size());
    for (Callable<T> task : tasks) {
      results.add(task.call());
    }
    return results;
  }

  private static <T, E extends Exception> T result(Future<T> future, Class<E> failure) throws E {
    if (future.state() == Future.State.SUCCESS) {
      return future.resultNow();
    }
    Throwable thrown = future.exceptionNow();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (failure.isInstance(cause)) {
        throw failure.cast(cause);
      }
    }
    throw new IllegalStateException(thrown);
  }
}
