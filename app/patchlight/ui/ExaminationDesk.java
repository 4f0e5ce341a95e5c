package patchlight.ui;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import patchlight.messages.Messages;
import patchlight.network.Manifest;
import patchlight.ui.explanation.EvidenceViewModel;
import patchlight.ui.explanation.ExplanationViewModel;
import patchlight.ui.explanation.ShownExplanation;

/** Where explanations are tested and saved: a thread of its own, beside searching and indexing. */
final class ExaminationDesk {
  /** So long the pen rests before anything is tested. */
  private static final int PEN_RESTS = 300;

  private final ExecutorService thread = WorkThread.named("examination");
  private final ExplanationViewModel explanation;
  private final EvidenceViewModel evidence = new EvidenceViewModel();
  private final EvidenceSession session;
  private final Supplier<Workbench> workbench;
  private final Consumer<String> told;
  private final Consumer<Exception> failed;

  /**
   * @param workbench the one that is open
   * @param told of an explanation that was saved, on the FX thread
   * @param failed told of one that was not, on the FX thread
   */
  ExaminationDesk(
      ExplanationViewModel explanation,
      Supplier<Workbench> workbench,
      Consumer<String> told,
      Consumer<Exception> failed) {
    this.explanation = explanation;
    this.workbench = workbench;
    this.told = told;
    this.failed = failed;
    session =
        new EvidenceSession(
            explanation,
            evidence,
            (shown, part, round) -> workbench.get().examiner().examine(shown, part, round),
            new SearchSession.Threads(thread, Platform::runLater, Pause.of(PEN_RESTS)));
  }

  EvidenceViewModel evidence() {
    return evidence;
  }

  /** Another network is open. */
  void opened(Manifest network) {
    evidence.tellsAttentionProperty().set(network.encoder().retrievalAttention().isPresent());
  }

  /** Writes the explanation that is shown, as the file's ending says. */
  void save(Path file) {
    ShownExplanation shown = explanation.shownProperty().get();
    if (shown != null) {
      thread.execute(() -> save(shown, file));
    }
  }

  private void save(ShownExplanation shown, Path file) {
    try {
      Workbench open = workbench.get();
      new SavedExplanation(shown, open.examiner()).export(open.gallery().size()).write(file);
      Platform.runLater(() -> told.accept(Messages.text("ui.explanation.saved", file)));
    } catch (Exception e) {
      Platform.runLater(() -> failed.accept(e));
    }
  }

  /** Lets a file that is being written be finished, and nothing more. */
  void close() {
    session.close();
    thread.shutdown();
  }
}
