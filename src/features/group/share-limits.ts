/** Bounds of what goes out into a chat; a text beyond its bound is cut with an ellipsis, never refused. */
export const SHARE_LIMITS = {
  /** Moments show one line. */
  timelineTitleCharacters: 30,
  /** A chat folds longer messages away, and 接龙 is read at a glance. */
  chainCharacters: 300,
  digestCharacters: 900,
  /** Things of one kind in a weekly text. */
  digestThings: 5,
  /** Lines of a poster's title, fruits in its row. */
  posterTitleLines: 3,
  posterFruits: 12,
} as const;
