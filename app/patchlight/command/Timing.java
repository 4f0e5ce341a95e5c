package patchlight.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/**
 * How long something took over many runs, in milliseconds.
 *
 * @param min the fastest run
 * @param median half of the runs were at least this fast
 * @param p95 95 of 100 runs were at least this fast (nearest rank)
 */
record Timing(double min, double median, double p95) {
  /** What is measured. */
  @FunctionalInterface
  interface Job {
    void run() throws Exception;
  }

  /**
   * Measures a job.
   *
   * @param warmUp runs before the first that counts, so that the JVM has compiled what it will
   * @param runs that count
   */
  static Timing measure(int warmUp, int runs, Job job) throws Exception {
    for (int i = 0; i < warmUp; i++) {
      job.run();
    }
    double[] millis = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      job.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return of(millis);
  }

  /**
   * Sums up measured runs.
   *
   * @param millis of each run, at least one
   */
  static Timing of(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new Timing(sorted[0], percentile(sorted, 50), percentile(sorted, 95));
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("min", Json.rounded(min));
    node.put("median", Json.rounded(median));
    node.put("p95", Json.rounded(p95));
    return node;
  }

  private static double percentile(double[] sorted, int percent) {
    return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
  }
}
