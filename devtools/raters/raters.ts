import { RATING_CHIPS, type RatingItem, type Satisfaction } from '@contract';
import type { RatingContent } from '../../cloudfunctions/core/rating/careful-rating';
import type { Random } from '../demo/random';
import { copyOf, fewWords, PHRASES, specificSentence } from './sentences';

/**
 * Made-up people who rate. What is known and what is assumed:
 * - Chinese is read at about 260 characters a minute by young adults (Wang, Lin & Guo 2019, 259.5 ± 38.2), slower by the
 *   old; the question with its three answers has some 21 characters: about 4.8 s. A row of stars has 4: 1 s and a tap.
 * - Below 2 s an item survey research sees too little effort (Huang et al. 2012); 10–12 % of a course-credit sample
 *   answer without care (Meade & Craig 2012). Here a quarter do, since a point is given for it.
 * - Typing (0.35–0.55 s a character, the old 3 s by hand or 6 s in all by dictation), pasting (some 4 s, however long the text), how often who writes what, and that
 *   somebody careless mostly gives five stars, are assumptions of ours; none was fitted to the rules.
 * Times are log-normal: median and sigma of the logarithm.
 */
export const RATER_KINDS = ['careful', 'elderlySlow', 'hostile', 'hurried', 'straightLining', 'copying'] as const;
export type RaterKind = (typeof RATER_KINDS)[number];
export const CARELESS_KINDS: readonly RaterKind[] = ['hurried', 'straightLining', 'copying'];
export const isHonest = (kind: RaterKind): boolean => !CARELESS_KINDS.includes(kind);

/** Part of a community's ratings, and how many people share them. */
export const POPULATION: Readonly<Record<RaterKind, { readonly share: number; readonly people: number }>> = {
  careful: { share: 0.45, people: 300 }, elderlySlow: { share: 0.25, people: 120 }, hostile: { share: 0.05, people: 30 },
  hurried: { share: 0.12, people: 60 }, straightLining: { share: 0.06, people: 30 }, copying: { share: 0.07, people: 20 },
};

export interface MadeRating {
  readonly content: RatingContent;
  readonly seconds: Partial<Record<RatingItem, number>>;
  /** What they gave, 1–5. */
  readonly score: number;
  readonly isTold: boolean;
}

/** What a copier has at hand: sentences that go round in the group, and the one they always use. */
export interface CopySource {
  readonly templates: readonly string[];
  readonly own: string;
}

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
const seconds = (random: Random, median: number, sigma: number): number => median * Math.exp(sigma * normal(random));

const QUALITY: readonly (readonly [score: number, upTo: number])[] = [[5, 0.52], [4, 0.82], [3, 0.94], [2, 0.98], [1, 1]];
/** How good the help was, as somebody who was there would say. */
const quality = (random: Random): number => {
  const drawn = random.next();
  return QUALITY.find(([, upTo]) => drawn < upTo)?.[0] ?? 1;
};

const satisfactionOf = (score: number): Satisfaction => (score >= 4 ? 'satisfied' : score === 3 ? 'fair' : 'unsatisfied');

interface Pace { readonly question: number; readonly stars: number; readonly chips: number; readonly sigma: number }
interface Habits { readonly unfolds: number; readonly starRow: number; readonly chip: number; readonly photo: number; readonly areStarsSame: boolean }
interface Said { readonly words: string; readonly seconds: number; readonly isVoice?: boolean }

const STAR_ITEMS = ['effect', 'timeliness', 'attitude'] as const;

const made = (random: Random, score: number, pace: Pace, habits: Habits, said: Said, isTold = false): MadeRating => {
  const time: Partial<Record<RatingItem, number>> = { satisfaction: seconds(random, pace.question, pace.sigma) };
  const stars: Record<(typeof STAR_ITEMS)[number], number | null> = { effect: null, timeliness: null, attitude: null };
  const doesUnfold = random.chance(habits.unfolds);
  for (const item of STAR_ITEMS) {
    if (!doesUnfold || !random.chance(habits.starRow)) continue;
    stars[item] = habits.areStarsSame ? score : Math.min(5, Math.max(1, score + random.pick([-1, 0, 0, 0, 1])));
    time[item] = seconds(random, pace.stars, pace.sigma);
  }
  const chips = doesUnfold && random.chance(habits.chip) ? [random.pick(RATING_CHIPS)] : [];
  if (chips.length > 0) time.chips = seconds(random, pace.chips, pace.sigma);
  if (said.words !== '') time.words = said.seconds;
  if (said.isVoice === true) time.voice = said.seconds;
  const content: RatingContent = { satisfaction: satisfactionOf(score), ...stars, chips, words: said.words, photoFileIds: random.chance(habits.photo) ? ['photo'] : [], voiceFileId: said.isVoice === true ? 'voice' : null };
  return { content, seconds: time, score, isTold };
};

const NOTHING: Said = { words: '', seconds: 0 };
const typed = (random: Random, words: string, perCharacter: number, before: number): Said => ({ words, seconds: seconds(random, before + perCharacter * [...words].length, 0.3) });

/** Reads, thinks, mostly writes what happened; some write two words, a few nothing at all. */
const careful = (random: Random, score: number): MadeRating => {
  const drawn = random.next();
  const said = drawn < 0.84 ? typed(random, specificSentence(random, score <= 3), 0.55, 3) : drawn < 0.92 ? typed(random, fewWords(random), 0.6, 3) : drawn < 0.96 ? typed(random, random.pick(PHRASES), 0.6, 2) : NOTHING;
  return made(random, score, { question: 4.8, stars: 2.2, chips: 3, sigma: 0.4 }, { unfolds: said.words === '' ? 0.3 : 1, starRow: 0.8, chip: 0.6, photo: 0.08, areStarsSame: random.chance(0.35) }, said);
};

/** One big answer, then two words, something dictated or a voice note; some on the telephone; now and then a quick tap. */
const elderlySlow = (random: Random, score: number): MadeRating => {
  const drawn = random.next();
  const said: Said =
    drawn < 0.45 ? typed(random, fewWords(random), 3, 6) : drawn < 0.65 ? { words: fewWords(random), seconds: seconds(random, 6, 0.5) } : drawn < 0.85 ? { words: '', seconds: seconds(random, 9, 0.5), isVoice: true } : { words: specificSentence(random, score <= 3), seconds: seconds(random, 15, 0.5) };
  const question = random.chance(0.04) ? 2 : 9;
  return made(random, score, { question, stars: 5, chips: 7, sigma: 0.5 }, { unfolds: 0.3, starRow: 0.6, chip: 0.4, photo: 0.02, areStarsSame: random.chance(0.6) }, said, random.chance(0.15));
};

/** As careful as the careful; thinks worse of everything. */
const hostile = (random: Random): MadeRating => careful(random, Math.max(1, quality(random) - 2));

/** Taps through; now and then there is a sentence after all. */
const hurried = (random: Random): MadeRating => {
  const score = random.chance(0.75) ? 5 : random.between(1, 5);
  const drawn = random.next();
  const said = drawn < 0.45 ? NOTHING : drawn < 0.83 ? { words: random.pick(PHRASES), seconds: seconds(random, 2.2, 0.5) } : drawn < 0.88 ? typed(random, fewWords(random), 0.4, 0.8) : typed(random, specificSentence(random, score <= 3), 0.35, 1);
  return made(random, score, { question: 1.3, stars: 0.8, chips: 1, sigma: 0.5 }, { unfolds: said.words === '' ? 0.35 : 1, starRow: 0.5, chip: 0.5, photo: 0.01, areStarsSame: random.chance(0.5) }, said);
};

/** The same star in every row, mostly without a word; a picture of anything now and then. */
const straightLining = (random: Random): MadeRating => {
  const score = random.chance(0.85) ? 5 : random.pick([1, 3, 4]);
  const drawn = random.next();
  const said = drawn < 0.7 ? NOTHING : drawn < 0.9 ? { words: random.pick(PHRASES), seconds: seconds(random, 2.5, 0.5) } : typed(random, specificSentence(random, score <= 3), 0.4, 1.5);
  return made(random, score, { question: 1.6, stars: 1, chips: 1.2, sigma: 0.5 }, { unfolds: 1, starRow: 1, chip: 0.4, photo: 0.06, areStarsSame: true }, said);
};

/** Pastes: the sentence they always use, or one that goes round; time is no matter to them. */
const copying = (random: Random, source: CopySource): MadeRating => {
  const score = random.chance(0.8) ? 5 : random.between(3, 5);
  const words = copyOf(random, random.chance(0.6) ? source.own : random.pick(source.templates));
  return made(random, score, { question: 2.6, stars: 1.6, chips: 2, sigma: 0.5 }, { unfolds: 1, starRow: 0.6, chip: 0.5, photo: 0.01, areStarsSame: random.chance(0.5) }, { words, seconds: seconds(random, 4, 0.5) });
};

/** A rating as somebody of this kind makes it. */
export const rateAs = (kind: RaterKind, random: Random, source: CopySource): MadeRating => {
  switch (kind) {
    case 'careful':
      return careful(random, quality(random));
    case 'elderlySlow':
      return elderlySlow(random, quality(random));
    case 'hostile':
      return hostile(random);
    case 'hurried':
      return hurried(random);
    case 'straightLining':
      return straightLining(random);
    case 'copying':
      return copying(random, source);
  }
};

/** Sentences that go round in a group of neighbours. */
export const copySource = (random: Random): CopySource => ({ templates: Array.from({ length: 12 }, () => specificSentence(random, false)), own: specificSentence(random, false) });
