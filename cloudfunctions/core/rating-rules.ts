/** The numbers of ratings: care, sums, putting right, calling back (RULES.md section 4); part of `RULES`. */
import { DAY_MS, HOUR_MS } from './kernel/clock';

export const RATING_RULES = {
  rating: {
    /**
     * Section 4: faster than this an item, on average, is evidence of no care: strong when all of it was made so fast, weak
     * when only the tapping was and then something was said. Beside a whole reason it weighs only together with other
     * evidence: who rates often knows the questions.
     */
    minimumSecondsPerItem: 2,
    /** On average as slow as this, somebody took their time: the question with its answers is read in about 5 s. */
    unhurriedSecondsPerItem: 4,
    /** A phone that lay on the table is no thought: more than this of one item does not count. */
    countedSecondsPerItem: 8,
    /** All stars alike, nothing said, and this fast: evidence; each by itself is none. */
    hasteSecondsPerItem: 3,
    /** How long the question about the help waits on the first page. */
    askMs: 14 * DAY_MS,
    /** A specific reason has at least so many characters. */
    reasonCharacters: 6,
    /** And is not one character over and over. */
    reasonDistinctCharacters: 4,
    /** So many of them beyond phrases such as 很好 and 谢谢. */
    reasonCharactersBeyondPhrases: 3,
    /** A word is a word: somebody old who writes 中 and took their time has answered. */
    fewCharacters: 1,
    /**
     * What each kind of evidence weighs; careful from `careThreshold` on. All of it is about how the rating was made:
     * nothing here knows the score, or what others gave. Measured by simulate-raters.test.ts.
     */
    careWeights: { specificWords: 2, fewWords: 1, voice: 2, photo: 2, chipWithWords: 1, unhurried: 1, steady: 1, toldByPhone: 1, pasted: -2, tooFast: -3, hastyTaps: -1, copiedOwn: -3, copiedOthers: -3, sameStarsInHaste: -1 },
    careThreshold: 2,
    /**
     * Words that stood there sooner than this were put there whole. One thinks and reaches the field in about 2 s (keystroke-
     * level model, Card, Moran & Newell 1980: 1.35 s to prepare, some taps), speaks 5 characters a second (Mandarin: 5.2
     * syllables; Pellegrino, Coupé & Marsico 2011), and types no more than 3 of them on a phone (37,000 people: 36 English words
     * a minute, 3 keys a second; Palin et al. 2019; a character takes two keys or more). Shorter words prove nothing.
     */
    pasteFromCharacters: 6,
    reachWordsSeconds: 2,
    spokenCharactersPerSecond: 5,
    typedCharactersPerSecond: 3,
    /**
     * How much of the character pairs of two sentences must be the same: of all, or of the shorter one. Of one's own
     * sentences less is a copy with a word changed. Of two people's, who tell of the same kind of help, much may be chance
     * where the words took as long as writing takes: then only nearly all is a copy, and short ones never are.
     */
    copySimilarity: { own: 0.5, othersWritten: 0.9, others: 0.6 },
    copyPart: { own: 0.7, othersWritten: 1, others: 1 },
    copyMinCharacters: { own: 6, othersWritten: 12, others: 8 },
    /** Pairs kept of a sentence, and sentences kept of a community: bounds the document (some 100 KB). */
    printPairs: 24,
    printsKept: 500,
    /** "Of late". */
    printsMs: 182 * DAY_MS,
    /** One's own earlier sentences, compared for a year. */
    ownPrintsKept: 20,
    ownPrintsMs: 365 * DAY_MS,
    /** Whoever got no point may appeal so long, once; staff answer in so many working hours, then the street is told. */
    appealMs: 30 * DAY_MS,
    appealWorkingHours: 24,
    /** Section 9: what the content check is not sure of goes to a person; section 8: staff clocks run in working hours. */
    mediaWorkingHours: 24,
    /** A refused recording or photo is kept as long as its rater may appeal, then erased. */
    refusedMediaKeptMs: 30 * DAY_MS,
  },
  ratingSum: {
    /** Section 4: shown in aggregate from so many people on, no score below; and each rating by itself after so long. */
    peopleMin: 5,
    revealMs: 14 * DAY_MS,
    /** People change: ratings of the last two years count, the newest so many; bounds the document (some 60 KB). */
    countedMs: 730 * DAY_MS,
    kept: 300,
    /**
     * Section 4: a prior per category, on the scale 满意 1, 一般 0.5, 不满意 0. Our own estimate, a little below what people
     * who were helped for nothing usually say, and lowest where help can fail visibly; to be replaced by a community's own
     * means once it has some hundred ratings. It weighs as much as so many people.
     */
    priorMean: { goods: 0.85, service: 0.8, companionship: 0.85, skill: 0.8, repair: 0.75, study: 0.85, activity: 0.85 },
    priorWeight: 4,
    /** Section 4, "interval shown": the middle 90 %. */
    z: 1.645,
    /** Section 4, 奖优: a high lower bound earns public thanks, if the party wants it: so many people, and for sure so content. */
    praisePeopleMin: 10,
    praiseLower: 0.7,
    /** First offers: of the thanked so many are told of an urgent wish at once, once a day and (section 6) twice a week each at most; so many are looked at to find them. */
    offersPerWish: 3,
    offersLookedAt: 12,
    offersPerDay: 1,
    offersPerWeek: 2,
    /** Sentences shown at a time, in an order that says nothing. */
    sentences: 20,
  },
  rectification: {
    /**
     * Section 4: a rate of low ratings with enough evidence. Of at least so many people whose ratings of the last quarter
     * show, at least this share was not satisfied, for sure: the lower end of Wilson's interval, one-sided 90 %. That is 3 of
     * 5, 5 of 10 or 9 of 20. How seldom somebody good is ordered by bad luck is measured in judge-sum.test.ts.
     */
    peopleMin: 5,
    periodMs: 90 * DAY_MS,
    unsatisfiedAtLeast: 0.3,
    z: 1.28,
    /** Two working weeks to put it right; one more when staff ask for more, or after an objection. */
    answerWorkingDays: 10,
    moreWorkingDays: 5,
    /** Staff look at an answer, answer an objection or judge within so many working hours; then the street does. */
    lookWorkingHours: 24,
    /** Those who rated are asked once, so many of them at most, for a week; fewer answers than this decide nothing. */
    recheckMs: 7 * DAY_MS,
    recheckAsked: 30,
    recheckAnswersMin: 3,
    /** Or so many people rated since, and no more of them than this were not satisfied. */
    recoveredPeopleMin: 5,
    recoveredUnsatisfiedMost: 0.2,
  },
  callBack: {
    /** Section 4: 5 % are called back at random. */
    share: 0.05,
    /** Section 8: base 5 % plus risk. Who tapped faster than people read, and gave a reason, has the point; one in two is asked. */
    quickShare: 0.5,
    /** Staff call in working hours. */
    workingHours: 24,
    /** Then so long is left for a second try; the point waits at least until the call is over. */
    secondTryMs: 3 * DAY_MS,
    /** The call ends so long before the point comes, to take it back in. */
    beforePointMs: HOUR_MS,
    /** Not reached so often, the point stays. */
    triesMax: 2,
    /** Leaving a number and putting a digit right. */
    numbersMax: 3,
  },
} as const;
