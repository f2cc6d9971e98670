import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, momentSchema, optionalTextSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import { ROUND_KINDS, type PictureKey, type RoundKind, type RoundState, type WishCategory } from './vocabulary';
import type { SharesView, WishCardView } from './wish.contract';

/** A round on a list. */
export interface RoundView {
  readonly roundId: string;
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly title: string;
  readonly theme: string;
  readonly areaId: string;
  readonly areaName: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly wishCount: number;
  /** What the hall screen shows for people to enter; only of on-site events. */
  readonly screenCode: string | null;
  readonly canManage: boolean;
}

export interface RoundSumsView {
  readonly wishes: number;
  readonly wishesDone: number;
  readonly shares: SharesView;
}

export interface RoundDetailView extends RoundView {
  readonly sums: RoundSumsView;
  /** When its report was last made; null before. */
  readonly reportedAtMs: number | null;
}

/** Figures about people are null where they are below five. */
export interface RoundReportView {
  readonly round: RoundView;
  /** Null while it is being made. */
  readonly figures: RoundFigures | null;
  readonly reportedAtMs: number | null;
  /** Some claims are not over yet: the report is made again. */
  readonly isFinal: boolean;
  /** The same figures as a table, safe to open in a spreadsheet; only for staff of the area. */
  readonly csv: string | null;
}

export interface RoundFigures {
  readonly wishes: number;
  readonly wishesDone: number;
  readonly shares: SharesView;
  readonly givers: number | null;
  readonly giversIsAtLeast: boolean;
  /** Estimated value of what was delivered, where money says anything. */
  readonly deliveredValueFen: number;
  /** From the claim to the delivery; null below five deliveries. */
  readonly daysMedian: number | null;
  readonly daysMean: number | null;
  readonly byCategory: readonly RoundCategoryFigures[];
  /** Shops that gave; residents are never named. */
  readonly thankedNames: readonly string[];
}

export interface RoundCategoryFigures {
  readonly category: WishCategory;
  readonly wishes: number;
  readonly wishesDone: number;
  readonly sharesWanted: number;
  readonly sharesDelivered: number;
}

/** A wish that staff may put into a round. */
export interface RoundCandidateView extends WishCardView {
  readonly standing: 'free' | 'here' | 'elsewhere';
}

export interface HallClaimView {
  readonly claimId: string;
  readonly giverText: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly shares: number;
  readonly heldAtMs: number;
}

export interface HallFreeView {
  readonly wishId: string;
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly left: number;
}

/** What a hall screen follows along: sums, the latest claims and what is still free. No ranking of anybody. */
export interface HallView {
  readonly nowMs: number;
  readonly sums: RoundSumsView;
  readonly claims: readonly HallClaimView[];
  readonly free: readonly HallFreeView[];
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

const words = { title: textSchema(LIMITS.titleCharacters, '请给这一期起个名字'), theme: optionalTextSchema(LIMITS.roundThemeCharacters) };
const times = { startsAtMs: momentSchema, endsAtMs: momentSchema };
const roundIdInput = v.strictObject({ roundId: idSchema });
const wishIdsSchema = v.pipe(v.array(idSchema), v.minLength(1, '先挑一个心愿'), v.maxLength(LIMITS.wishesPerRoundAdd, `一次最多放 ${LIMITS.wishesPerRoundAdd} 个`));

export const roundCreateSchema = v.strictObject({ kind: v.picklist(ROUND_KINDS), areaId: areaIdSchema, ...words, ...times });
export type RoundCreateInput = v.InferOutput<typeof roundCreateSchema>;

/** Six letters and digits; typed in any case, with blanks. */
export const screenCodeSchema = v.pipe(v.string(), v.transform((text) => text.replace(/[\s-]/g, '').toUpperCase()), v.regex(/^[2-9A-HJKMNP-Z]{6}$/, '码是大屏幕上的六位字母和数字'));

export const ROUND_SHELVES = ['open', 'closed', 'draft'] as const;

export const ROUND_ROUTES = {
  'round.create': route<RoundView>()({ input: roundCreateSchema, mutating: true, access: STAFF, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  'round.update': route<RoundView>()({ input: v.strictObject({ roundId: idSchema, ...words, ...times }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'round.addWishes': route<RoundView>()({ input: v.strictObject({ roundId: idSchema, wishIds: wishIdsSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'round.removeWish': route<RoundView>()({ input: v.strictObject({ roundId: idSchema, wishId: idSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'round.open': route<RoundView>()({ input: roundIdInput, mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'round.close': route<RoundView>()({ input: roundIdInput, mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'round.cancel': route<RoundView>()({ input: roundIdInput, mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** Rounds of the reader's street; drafts only for those who prepare them. */
  'round.list': route<Page<RoundView>>()({ input: v.strictObject({ shelf: v.picklist(ROUND_SHELVES), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'round.get': route<RoundDetailView>()({ input: roundIdInput, mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  'round.wishes': route<Page<WishCardView>>()({ input: v.strictObject({ roundId: idSchema, status: v.picklist(['claimable', 'taken', 'done']), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'round.candidates': route<Page<RoundCandidateView>>()({ input: v.strictObject({ roundId: v.nullable(idSchema), areaId: areaIdSchema, cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  'round.enter': route<{ readonly roundId: string }>()({ input: v.strictObject({ code: screenCodeSchema }), mutating: false, access: 'member', requestBudget: BUDGET.detail, quota: 'code' }),
  /** Claims after `sinceMs` (a few seconds before it too, so that none slips through), newest first. */
  'round.hall': route<HallView>()({ input: v.strictObject({ roundId: idSchema, sinceMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0) }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** The mini-program code of an event, for its hall screen; null when WeChat gives none. */
  'round.screenPicture': route<{ readonly pictureUri: string | null }>()({ input: roundIdInput, mutating: false, access: STAFF, requestBudget: BUDGET.detail, quota: 'code' }),
  'round.report': route<RoundReportView>()({ input: roundIdInput, mutating: false, access: 'member', requestBudget: BUDGET.list }),
} as const;
