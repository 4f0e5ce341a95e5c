package patchlight.ui;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import patchlight.explanation.Counterparts;
import patchlight.explanation.Explanation;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PairAttention;
import patchlight.explanation.PatchReplacement;
import patchlight.explanation.StrokeInfluence;
import patchlight.explanation.export.ExplanationExport;
import patchlight.explanation.export.Ranks;
import patchlight.explanation.export.Section;
import patchlight.explanation.export.Sections;
import patchlight.gallery.GalleryException;
import patchlight.gallery.PhotoReader;
import patchlight.messages.Messages;
import patchlight.ui.explanation.EvidenceViewModel;
import patchlight.ui.explanation.ExplanationPart;
import patchlight.ui.explanation.PlaceByScore;
import patchlight.ui.explanation.RebuiltPhoto;
import patchlight.ui.explanation.ShownExplanation;

/**
 * An explanation as it is written to a file: all that the window can show of it, measured anew so
 * that nothing is left out that wasn't looked at.
 */
final class SavedExplanation {
  private static final int LINES = 24;

  /** Pixels of a photo's longer side, enough for a page. */
  private static final int PHOTO_SIDE = 1024;

  private final ShownExplanation shown;
  private final Examiner examiner;
  private final EvidenceViewModel evidence = new EvidenceViewModel();

  /** Measures everything. On the examination thread. */
  SavedExplanation(ShownExplanation shown, Examiner examiner) throws Exception {
    this.shown = shown;
    this.examiner = examiner;
    ExaminationRound round = new ExaminationRound(evidence, Runnable::run);
    for (ExplanationPart part : ExplanationPart.values()) {
      examiner.examine(shown, part, round);
    }
  }

  /**
   * All of it, ready to be written.
   *
   * @param photos of the gallery
   */
  ExplanationExport export(int photos) throws Exception {
    Explanation explanation = shown.explanation();
    double similarity = examiner.similarity(shown);
    BufferedImage photo = picture(shown.photo().photo().path());
    ExplanationExport export =
        ExplanationExport.of(
            name(shown.photo().photo().path()),
            lead(similarity),
            explanation,
            LINES,
            shown.ink(),
            photo);
    Faithfulness faithfulness = evidence.faithfulnessProperty().get();
    export = and(export, faithfulness == null ? null : Sections.faithfulness(faithfulness));
    export = withRebuilt(export, evidence.rebuiltProperty().get());
    StrokeInfluence strokes = evidence.influenceProperty().get();
    export =
        and(
            export,
            strokes == null
                ? null
                : Sections.strokes(shown.sketch(), strokes, explanation, shown.ink(), photo));
    PairAttention looked = evidence.attentionProperty().get();
    export =
        and(
            export,
            looked == null
                ? null
                : Sections.attention(looked.sketch(), shown.ink(), looked.photo(), photo));
    Counterparts compared = evidence.counterpartsProperty().get();
    if (compared != null) {
      Path first = shown.first().photo().path();
      export =
          export.and(
              Sections.lacks(
                  explanation,
                  examiner.explanation(shown, shown.first()),
                  shown.ink(),
                  picture(first),
                  name(first)));
    }
    return export.and(Sections.scores(similarity, explanation, Optional.of(ranks(photos))));
  }

  private static ExplanationExport withRebuilt(
      ExplanationExport export, List<RebuiltPhoto> rebuilt) {
    if (rebuilt.isEmpty()) {
      return export;
    }
    List<PatchReplacement> pictures = rebuilt.stream().map(RebuiltPhoto::replacement).toList();
    return export
        .and(Sections.rebuilt(pictures.getFirst()))
        .and(Sections.rebuiltFromFirst(pictures.subList(1, pictures.size())));
  }

  private static ExplanationExport and(ExplanationExport export, @Nullable Section section) {
    return section == null ? export : export.and(section);
  }

  private String lead(double similarity) {
    return Messages.text(
        "command.figures",
        similarity,
        shown.explanation().relationScore(),
        shown.explanation().confidence());
  }

  private Ranks ranks(int photos) {
    PlaceByScore place = PlaceByScore.of(shown.photo(), shown.ranking().photos());
    return new Ranks(
        place.bySimilarity(),
        shown.photo().similarity(),
        photos,
        place.byRelation(),
        place.compared());
  }

  private static BufferedImage picture(Path photo) throws GalleryException {
    return new PhotoReader(1).upright(photo, PHOTO_SIDE);
  }

  private static String name(Path photo) {
    return String.valueOf(photo.getFileName());
  }
}
