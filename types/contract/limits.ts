/** Bounds of input: the same on both sides, so a form and the server refuse alike. Rule numbers live in core/rules.ts. */
export const LIMITS = {
  titleCharacters: 30,
  storyCharacters: 600,
  shareNoteCharacters: 40,
  noteCharacters: 200,
  nameCharacters: 20,
  ratingCharacters: 300,
  appealCharacters: 200,
  rectificationCharacters: 300,
  replyCharacters: 120,
  thanksCharacters: 200,
  /** The longest recording a phone makes. */
  voiceSeconds: 60,
  /** The most msgSecCheck takes in one call; nothing a person writes may be longer. */
  checkedTextCharacters: 2500,
  photosPerWish: 6,
  photosPerProof: 3,
  sharesPerWish: 60,
  estimatedValueFenPerWish: 50_000,
  objectionCharacters: 300,
  placeCharacters: 40,
  aidCharacters: 30,
  addressCharacters: 60,
  participantsPerDiscussion: 15,
  calendarDaysPerYear: 80,
  roundThemeCharacters: 80,
  /** Wishes put into a round in one go. */
  wishesPerRoundAdd: 20,
  giftStock: 300,
  pageSize: 20,
  /** Wishes in one action of 一对多. */
  wishesPerBatch: 20,
  searchCharacters: 20,
  keywordCharacters: 12,
  keywordsPerBenefit: 20,
  /** Sentences a community saves for its reviewers, of each kind. */
  savedReasons: 12,
  /** Seats of one shift; bounds its document. */
  seatsPerShift: 300,
  /** Repeated shifts made by one act. */
  shiftsPerAdd: 12,
  /** A sign-up is at most ten people: oneself and nine more. */
  companionsPerSignUp: 9,
  companionCharacters: 12,
  walkInsPerShift: 30,
  skillsPerActivity: 6,
  skillCharacters: 12,
  questionsPerActivity: 3,
  questionCharacters: 40,
  answerCharacters: 60,
  /** A number as one types it, or all that a scanned code says. */
  certificateNumberCharacters: 80,
  /** What a team is for, in a few sentences. */
  purposeCharacters: 120,
} as const;
