package patchlight.command;

import java.util.List;
import java.util.Optional;
import patchlight.explanation.Faithfulness;
import patchlight.explanation.PairAttention;
import patchlight.explanation.StrokeInfluence;
import patchlight.explanation.export.ExplanationExport;
import patchlight.explanation.export.Ranks;
import patchlight.explanation.export.Sections;
import patchlight.sketch.Sketch;

/**
 * All that is told of one photo.
 *
 * @param photo with its explanation
 * @param faithfulness of the explanation
 * @param sketch the drawing's strokes
 * @param strokes what each of them does
 * @param ranks of the photo in a gallery, where one was asked
 * @param first the first photos of a search in that gallery; none where none was asked
 * @param attention of the retrieval token, where the network tells it
 * @param against the photo that it is compared with, if any
 */
record Findings(
    ExplainedPhoto photo,
    Faithfulness faithfulness,
    Sketch sketch,
    StrokeInfluence strokes,
    Optional<Ranks> ranks,
    List<ExplainedPhoto> first,
    Optional<PairAttention> attention,
    Optional<ExplainedPhoto> against) {

  Findings {
    first = List.copyOf(first);
  }

  /**
   * All of it, ready to be written.
   *
   * @param lines at most this many correspondences
   */
  ExplanationExport export(int lines) {
    ExplanationExport export =
        photo
            .export(lines)
            .and(Sections.faithfulness(faithfulness))
            .and(Sections.rebuilt(photo.rebuilt()));
    if (!first.isEmpty()) {
      export =
          export.and(
              Sections.rebuiltFromFirst(first.stream().map(ExplainedPhoto::rebuilt).toList()));
    }
    export =
        export.and(
            Sections.strokes(sketch, strokes, photo.explanation(), photo.ink(), photo.image()));
    if (attention.isPresent()) {
      PairAttention looks = attention.get();
      export =
          export.and(Sections.attention(looks.sketch(), photo.ink(), looks.photo(), photo.image()));
    }
    if (against.isPresent()) {
      ExplainedPhoto other = against.get();
      export =
          export.and(
              Sections.lacks(
                  photo.explanation(),
                  other.explanation(),
                  photo.ink(),
                  other.image(),
                  other.name()));
    }
    return export.and(Sections.scores(photo.similarity(), photo.explanation(), ranks));
  }
}
