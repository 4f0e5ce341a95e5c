package patchlight.ui;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import patchlight.ui.explanation.EvidenceViewModel;
import patchlight.ui.explanation.ExplanationPart;
import patchlight.ui.explanation.ExplanationViewModel;
import patchlight.ui.explanation.ShownExplanation;

/**
 * Tests the explanation that is shown while the pen rests, for the part that a person looks at.
 * Something newer ends what runs at its next piece of work. Used on the FX thread.
 */
final class EvidenceSession {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceSession.class);

  private final ExplanationViewModel explanation;
  private final EvidenceViewModel evidence;
  private final Examination examination;
  private final SearchSession.Threads threads;
  private @Nullable ExaminationRound round;

  /** The work itself, on a thread of its own. */
  @FunctionalInterface
  interface Examination {
    void run(ShownExplanation shown, ExplanationPart part, ExaminationRound round) throws Exception;
  }

  /**
   * A session on two view models.
   *
   * @param threads the pause tells how long the pen rests before anything is measured
   */
  EvidenceSession(
      ExplanationViewModel explanation,
      EvidenceViewModel evidence,
      Examination examination,
      SearchSession.Threads threads) {
    this.explanation = explanation;
    this.evidence = evidence;
    this.examination = examination;
    this.threads = threads;
    explanation
        .shownProperty()
        .addListener((shown, before, now) -> {
          evidence.forget();
          begin();
        });
    evidence.partProperty().addListener((part, before, now) -> begin());
  }

  /** The window goes: what runs ends at its next piece of work. */
  void close() {
    if (round != null) {
      round.end();
    }
  }

  private void begin() {
    close();
    ShownExplanation shown = explanation.shownProperty().get();
    ExplanationPart part = evidence.partProperty().get();
    if (shown == null || evidence.knows(part)) {
      return;
    }
    evidence.showObstacle("");
    ExaminationRound next = new ExaminationRound(evidence, threads.fx());
    round = next;
    threads
        .pause()
        .accept(() -> {
          if (!next.hasEnded()) {
            threads.worker().execute(() -> run(shown, part, next));
          }
        });
  }

  private void run(ShownExplanation shown, ExplanationPart part, ExaminationRound current) {
    try {
      current.goOn();
      examination.run(shown, part, current);
    } catch (CancellationException e) {
      // Something newer is shown.
    } catch (Exception e) {
      if (!current.hasEnded()) {
        LOG.info(
            "The explanation of {} is not tested: {}",
            shown.photo().photo().path(),
            e.getMessage());
        current.tell(told -> told.showObstacle(String.valueOf(e.getMessage())));
      }
    }
  }
}
