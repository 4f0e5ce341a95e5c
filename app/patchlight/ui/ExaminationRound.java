package patchlight.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import patchlight.ui.explanation.EvidenceViewModel;

/** One examination of one explanation: goes on as long as that explanation is shown. */
final class ExaminationRound {
  private final EvidenceViewModel evidence;
  private final Executor fx;
  private volatile boolean ended;

  ExaminationRound(EvidenceViewModel evidence, Executor fx) {
    this.evidence = evidence;
    this.fx = fx;
  }

  /** What is found from now on is not shown any more. */
  void end() {
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  /**
   * Asked before each piece of work.
   *
   * @throws CancellationException when the round ended
   */
  void goOn() {
    if (ended) {
      throw new CancellationException();
    }
  }

  /** Shows a finding, on the FX thread. */
  void tell(Consumer<EvidenceViewModel> finding) {
    fx.execute(() -> {
      if (!ended) {
        finding.accept(evidence);
      }
    });
  }
}
