package patchlight.ui.ranking;

/** What the ranking's part of the window has to show. */
public enum RankingState {
  /** The network and the gallery are being opened. */
  OPENING,
  /** Nothing is drawn: the gallery's photos, unranked. */
  NOTHING_DRAWN,
  /** The gallery has no photo. */
  NO_PHOTOS,
  /** Photos by similarity. */
  RANKED,
  /** The network or the gallery could not be opened, so that nothing can be found. */
  UNAVAILABLE
}
