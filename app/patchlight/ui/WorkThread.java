package patchlight.ui;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads beside the FX thread: one for each kind of work. */
final class WorkThread {
  private WorkThread() {}

  /** One thread; what comes after the window was closed is dropped. */
  static ExecutorService named(String name) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name("patchlight-" + name).factory(),
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
