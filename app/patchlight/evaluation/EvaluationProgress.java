package patchlight.evaluation;

/** Told how far an evaluation is; called often, so it thins out what it shows itself. */
@FunctionalInterface
public interface EvaluationProgress {
  /** What is being done. */
  enum Stage {
    ENCODING_PHOTOS,
    /** Counted in categories. */
    ENCODING_SKETCHES,
    /** Counted in categories. */
    SEARCHING,
    /** Counted in sketches. */
    RANKING,
    /** Counted in pairs of a drawing and a photo. */
    EXPLAINING
  }

  /**
   * Called after each photo, sketch, category or pair.
   *
   * @param stage what is being done
   * @param done how many so far
   * @param total of this stage
   */
  void update(Stage stage, int done, int total);
}
