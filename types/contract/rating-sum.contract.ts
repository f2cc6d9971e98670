import * as v from 'valibot';
import { emptySchema, idSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { GiverKind, RATING_CHIPS, RatedCategory, RatedKind, Satisfaction } from './vocabulary';

/** The share of people who were content, in hundredths: the mean, and where it probably lies. */
export interface ScoreView {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** What is known of one kind of help. */
export interface CategoryScoreView {
  readonly category: RatedCategory;
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
  readonly kind: RatedKind;
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
  /** What the party said to all of it; with the reason where staff put it away. */
  readonly reply: { readonly words: string; readonly hiddenNote: string | null } | null;
  readonly canReply: boolean;
  /** Neighbours may be shown that they are thanked; null when that is not earned, or no longer. */
  readonly praise: { readonly isShown: boolean } | null;
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
  /** Neighbours thank them: earned, and they want it seen. */
  readonly isPraised: boolean;
  /** What it said to that; empty when nothing. */
  readonly reply: string;
  /** For staff who may put the reply away: the sum it belongs to. */
  readonly hidesReplyOf: string | null;
}

export const RATING_SUM_ROUTES = {
  /** What people think of the reader's help, and of that of the units they answer for. */
  'ratingSum.mine': route<{ readonly sums: readonly RatingSumView[]; readonly revealDays: number; readonly peopleMin: number }>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** By the rated side, once: a sentence to all of it, which neighbours read beside the score. */
  'ratingSum.reply': route<{ readonly sumId: string }>()({ input: v.strictObject({ sumId: idSchema, words: textSchema(LIMITS.replyCharacters, '请写一句') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'ratingSum.showPraise': route<{ readonly sumId: string }>()({ input: v.strictObject({ sumId: idSchema, shows: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'ratingSum.hideReply': route<{ readonly sumId: string }>()({ input: v.strictObject({ sumId: idSchema, note: textSchema(LIMITS.noteCharacters, '请写一句为什么，对方看得到') }), mutating: true, access: { roles: ['administrator', 'staff', 'socialWorker'] }, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Of the shop or unit that gives to a wish. */
  'ratingSum.ofGiver': route<PublicGiverView>()({ input: v.strictObject({ wishId: idSchema, claimId: idSchema }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
} as const;
