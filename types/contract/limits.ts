/** Bounds of input: the same on both sides, so a form and the server refuse alike. Rule numbers live in core/rules.ts. */
export const LIMITS = {
  titleCharacters: 30,
  storyCharacters: 600,
  shareNoteCharacters: 40,
  noteCharacters: 200,
  nameCharacters: 20,
  /** Of a campaign: 100,000 yuan at most, in fen; a sentence of its four facts; parts of it. */
  campaignFen: 10_000_000,
  factCharacters: 60,
  linesPerBudget: 12,
  milestonesPerCampaign: 12,
  papersPerCheck: 6,
  wishesPerCampaign: 60,
  stageDays: 40,
  /** Of a directed gift: money from 10 to 100,000 yuan, in fen; things in it, so many of each. */
  directedMinFen: 1_000,
  directedFen: 10_000_000,
  thingsPerGift: 12,
  countOfOneThing: 1_000,
  /** Of a lane: its legal ground, the number of its document, whoever takes money in. */
  groundCharacters: 300,
  documentNoCharacters: 60,
  entityCharacters: 40,
  urlCharacters: 300,
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
  /** Pages of a round of matching. */
  matchPages: 100,
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
  /** Helps a week that one offer promises at most. */
  supplyCapacity: 99,
  skillCharacters: 12,
  questionsPerActivity: 3,
  questionCharacters: 40,
  answerCharacters: 60,
  /** A number as one types it, or all that a scanned code says. */
  certificateNumberCharacters: 80,
  /** What a team is for, in a few sentences. */
  purposeCharacters: 120,
  /** What a campaign needs besides money: so many lines, so many of each; bounds its document. */
  needsPerCampaign: 8,
  neededOfOneKind: 300,
  unitCharacters: 4,
  /** A bundling and its projects: RULES.md section 6 puts 20 to 60 different people in one; the rest bounds documents. */
  projectPersonsMin: 20,
  projectPersonsMax: 60,
  bundlesPerPlan: 500,
  needsPerMove: 60,
  projectWeeks: 26,
  stepsPerProject: 10,
  partnersPerProject: 12,
  /** Neighbours say what matters in a plan: for so many days, so many points each. */
  consultDaysMin: 3,
  consultDaysMax: 14,
  consultPicks: 3,
  consultAnswersAtOnce: 20,
  /** A shop's matching budget: from 100 to 100,000 yuan, each side of its ratio at most ten. */
  matchBudgetMinFen: 10_000,
  matchBudgetMaxFen: 10_000_000,
  matchPart: 10,
  /** One payment, one grant or one year's budget: ten million yuan; more is a slip of the hand. */
  amountFen: 1_000_000_000,
  receipts: 6,
  payeeCharacters: 40,
  voucherCharacters: 30,
  /** Lines of a street's table of uses, beyond the built-in ones. */
  useRows: 20,
  budgetLines: 10,
} as const;
