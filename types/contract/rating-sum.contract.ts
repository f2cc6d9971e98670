import * as v from 'valibot';
import { emptySchema, idSchema } from './common';
import { BUDGET, route } from './route';
import type { GiverKind, RATING_CHIPS, Satisfaction, WishCategory } from './vocabulary';

/** The share of people who were content, in hundredths: the mean, and where it probably lies. */
export interface ScoreView {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** What is known of one kind of help. */
export interface CategoryScoreView {
  readonly category: WishCategory;
  readonly people: number;
  readonly score: ScoreView;
}

/** A sentence somebody wrote, without anything that says who or when. */
export interface SentenceView {
  readonly sentenceId: string;
  readonly words: string;
}

/** What people think of the help of one party, as the party itself may see it: never who. */
export interface RatingSumView {
  readonly sumId: string;
  readonly kind: GiverKind;
  readonly name: string;
  /** Different people whose ratings are shown; `ratings` are how many of them. */
  readonly people: number;
  readonly ratings: number;
  readonly counts: Readonly<Record<Satisfaction, number>>;
  /** Null below five people. */
  readonly score: ScoreView | null;
  /** Kinds of help with five people each, the surest first. */
  readonly categories: readonly CategoryScoreView[];
  readonly chips: readonly { readonly chip: (typeof RATING_CHIPS)[number]; readonly count: number }[];
  readonly sentences: readonly SentenceView[];
  /** The order to put something right that is open about it. */
  readonly rectificationId: string | null;
  /** Ratings that wait: so many more people, or this moment, and the next are shown. */
  readonly hidden: { readonly ratings: number; readonly peopleMissing: number; readonly nextAtMs: number } | null;
}

/** What neighbours see of a shop or a unit. Null score: too few people rated so far. */
export interface PublicGiverView {
  readonly name: string;
  readonly kind: GiverKind;
  readonly people: number;
  readonly score: ScoreView | null;
  /** Below so many people there is no score. */
  readonly peopleMin: number;
}

export const RATING_SUM_ROUTES = {
  /** What people think of the reader's help, and of that of the units they answer for. */
  'ratingSum.mine': route<{ readonly sums: readonly RatingSumView[]; readonly revealDays: number; readonly peopleMin: number }>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Of the shop or unit that gives to a wish. */
  'ratingSum.ofGiver': route<PublicGiverView>()({ input: v.strictObject({ wishId: idSchema, claimId: idSchema }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
} as const;
