import type { RATING_CHIPS, Satisfaction, RatedCategory } from '@contract';
import type { Rating } from '../rating/rating';

/** Which ratings a sum takes in, and how many of them. */
export interface TallyRules {
  readonly kept: number;
  readonly countedMs: number;
}

/** What a sum keeps of one rating: no word of it, and never shown with who it was. */
export interface Tally {
  readonly ratingId: string;
  /** Only compared, so that one person is one voice. */
  readonly raterId: string;
  readonly satisfaction: Satisfaction;
  readonly category: RatedCategory;
  readonly chips: readonly (typeof RATING_CHIPS)[number][];
  /** There are words; whether they passed the check is asked when they are read. */
  readonly hasWords: boolean;
  readonly atMs: number;
  /** `takenBack`: the call-back found it otherwise than written; `restored`: the appeal about that was granted. */
  readonly standing: 'counts' | 'takenBack' | 'restored';
}

export type Tallies = Readonly<Record<string, Tally>>;

/** Later ones never come before earlier ones of the same rating. */
const STANDINGS: readonly Tally['standing'][] = ['counts', 'takenBack', 'restored'];

const standingOf = ({ callBack, appeal }: Pick<Rating, 'callBack' | 'appeal'>): Tally['standing'] => {
  if (callBack?.outcome !== 'notAsSaid') return 'counts';
  return appeal?.state === 'granted' ? 'restored' : 'takenBack';
};

/** Pure: what a sum keeps of a rating as it stands now. */
export const tallyOf = (rating: Rating): Tally => ({
  ratingId: rating._id,
  raterId: rating.raterId,
  satisfaction: rating.satisfaction,
  category: rating.category,
  chips: rating.chips,
  hasWords: rating.words !== '',
  atMs: rating.createdAtMs,
  standing: standingOf(rating),
});

export const byMoment = (a: Tally, b: Tally): number => a.atMs - b.atMs || (a.ratingId < b.ratingId ? -1 : 1);

/** Those that count, from the oldest on. */
export const countedTallies = (tallies: Tallies, nowMs: number, rules: Pick<TallyRules, 'countedMs'>): readonly Tally[] =>
  Object.values(tallies).filter(({ standing, atMs }) => standing !== 'takenBack' && atMs > nowMs - rules.countedMs).sort(byMoment);

/**
 * Pure: the tallies with one more, or with a later standing of one; null when nothing changes. Only the newest are kept.
 * Whatever comes twice or in another order comes to the same.
 */
export const withTally = (tallies: Tallies, tally: Tally, rules: Pick<TallyRules, 'kept'>): Tallies | null => {
  const known = tallies[tally.ratingId];
  if (known !== undefined && STANDINGS.indexOf(known.standing) >= STANDINGS.indexOf(tally.standing)) return null;
  const kept = Object.values({ ...tallies, [tally.ratingId]: tally }).sort(byMoment).slice(-rules.kept);
  return kept.includes(tally) ? Object.fromEntries(kept.map((each) => [each.ratingId, each])) : null;
};
