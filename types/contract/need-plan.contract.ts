import * as v from 'valibot';
import { areaIdSchema, idSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import { WISH_CATEGORIES, type PictureKey, type WishCategory } from './vocabulary';

/**
 * 需求打包: one bundling of a community. `reading`: the open needs are being read and bundled, seconds. `draft`: staff,
 * social workers and group owners merge, split and move. `confirmed`: its bundles are projects now.
 */
export const NEED_PLAN_STATES = ['reading', 'draft', 'confirmed', 'dropped'] as const;
export type NeedPlanState = (typeof NEED_PLAN_STATES)[number];

export interface NeedPlanRef {
  readonly planId: string;
  readonly state: NeedPlanState;
  readonly version: number;
}

/** A 小区 on the drawn map, by whole minutes on foot from the middle of all; null where it has no place. Nothing finer is told. */
export interface NeedPlaceView {
  readonly areaId: string;
  readonly name: string;
  readonly eastMinutes: number | null;
  readonly northMinutes: number | null;
}

export interface NeedBundleView {
  readonly bundleId: number;
  readonly category: WishCategory;
  /** Different people; never who. */
  readonly personCount: number;
  readonly needCount: number;
  /** How far its needs lie from their middle, on average, in minutes on foot; null where nobody has a place. */
  readonly reachMinutes: number | null;
  readonly eastMinutes: number | null;
  readonly northMinutes: number | null;
  readonly places: readonly { readonly areaId: string; readonly personCount: number; readonly needCount: number }[];
  /** By staff; by a group owner where it has neighbours of their area. */
  readonly mayAdjust: boolean;
}

/** Needs in no bundle, and why. */
export const UNPLACED_REASONS = ['noPlace', 'tooFew', 'leftOver'] as const;
export type UnplacedReason = (typeof UNPLACED_REASONS)[number];
export interface UnplacedView {
  readonly category: WishCategory;
  readonly reason: UnplacedReason;
  readonly personCount: number;
  readonly needCount: number;
}

export const NEED_STEP_KINDS = ['merge', 'split', 'move'] as const;
export type NeedStepKind = (typeof NEED_STEP_KINDS)[number];

export interface NeedPlanView extends NeedPlanRef {
  readonly communityId: string;
  readonly communityName: string;
  readonly categories: readonly WishCategory[];
  readonly sizeMin: number;
  readonly sizeMax: number;
  readonly startedAtMs: number;
  readonly needCount: number;
  readonly personCount: number;
  /** There are more than were read. */
  readonly isAtLeast: boolean;
  readonly bundles: readonly NeedBundleView[];
  readonly places: readonly NeedPlaceView[];
  readonly unplaced: readonly UnplacedView[];
  readonly lastStep: { readonly kind: NeedStepKind; readonly byName: string; readonly isMine: boolean; readonly atMs: number } | null;
  readonly may: { readonly adjust: boolean; readonly undo: boolean; readonly confirm: boolean; readonly drop: boolean };
}

/** `waiting`: still on the wall, or about to be. `taken`: somebody has all of it. `met`: done. `gone`: withdrawn, run out, referred. */
export const BUNDLED_NEED_STATES = ['waiting', 'taken', 'met', 'gone'] as const;
export type BundledNeedState = (typeof BUNDLED_NEED_STATES)[number];

/** One need of a bundle, without whose it is. */
export interface BundledNeedView {
  readonly wishId: string;
  /** As it stands on the wall; empty for whoever may not read it before it is there, and for one that is gone. */
  readonly title: string;
  readonly category: WishCategory;
  readonly pictureKey: PictureKey;
  readonly areaId: string;
  readonly areaName: string;
  readonly sharesLeft: number;
  readonly shareNote: string;
  readonly state: BundledNeedState;
  /** Needs of one person have one number, good in this plan only; for staff. */
  readonly personNumber: number | null;
}

const planRef = { planId: idSchema };
const bundleIdSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.bundlesPerPlan));
/** The version that the caller looked at: a bundle that changed since is not changed over their head. */
const seen = { ...planRef, seenVersion: v.pipe(v.number(), v.integer(), v.minValue(1)) };
const wishIdsSchema = v.pipe(v.array(idSchema), v.minLength(1, '请选至少一件'), v.maxLength(LIMITS.needsPerMove, `一次最多 ${LIMITS.needsPerMove} 件`));
const sizeSchema = v.pipe(v.number(), v.integer('人数要是整数'), v.minValue(LIMITS.projectPersonsMin, `至少 ${LIMITS.projectPersonsMin} 人`), v.maxValue(LIMITS.projectPersonsMax, `最多 ${LIMITS.projectPersonsMax} 人`));
const ofCommunity = { communityId: v.optional(v.nullable(areaIdSchema), null) };

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const PLANNERS = { roles: ['administrator', 'staff', 'socialWorker', 'groupOwner'] } as const;

export const NEED_PLAN_ROUTES = {
  /** One at a time in a community. What is in a project at work is not bundled again. */
  'needPlan.start': route<NeedPlanRef>()({
    input: v.strictObject({
      ...ofCommunity,
      categories: v.pipe(v.array(v.picklist(WISH_CATEGORIES)), v.minLength(1, '请选至少一类'), v.maxLength(WISH_CATEGORIES.length)),
      sizeMin: sizeSchema,
      sizeMax: sizeSchema,
      seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), 1),
    }),
    mutating: true, access: STAFF, requestBudget: BUDGET.command,
  }),
  /** A plan, or the latest of a community; null where there was none. */
  'needPlan.get': route<{ readonly plan: NeedPlanView | null }>()({ input: v.strictObject({ planId: v.optional(v.nullable(idSchema), null), ...ofCommunity }), mutating: false, access: PLANNERS, requestBudget: BUDGET.detail }),
  /** Needs of a bundle; of none: those that are in no bundle. */
  'needPlan.needs': route<{ readonly items: readonly BundledNeedView[]; readonly total: number }>()({ input: v.strictObject({ ...planRef, bundleId: v.nullable(bundleIdSchema) }), mutating: false, access: PLANNERS, requestBudget: BUDGET.detail }),
  'needPlan.merge': route<NeedPlanRef>()({ input: v.strictObject({ ...seen, bundleIds: v.tuple([bundleIdSchema, bundleIdSchema]) }), mutating: true, access: PLANNERS, requestBudget: BUDGET.command }),
  /** By place where no needs are named; else these leave for a bundle of their own. */
  'needPlan.split': route<NeedPlanRef>()({ input: v.strictObject({ ...seen, bundleId: bundleIdSchema, wishIds: v.optional(v.nullable(wishIdsSchema), null) }), mutating: true, access: PLANNERS, requestBudget: BUDGET.command }),
  'needPlan.move': route<NeedPlanRef>()({ input: v.strictObject({ ...seen, wishIds: wishIdsSchema, toBundleId: bundleIdSchema }), mutating: true, access: PLANNERS, requestBudget: BUDGET.command }),
  /** The last step, whoever took it, as long as nothing came after. */
  'needPlan.undo': route<NeedPlanRef>()({ input: v.strictObject(seen), mutating: true, access: PLANNERS, requestBudget: BUDGET.command }),
  'needPlan.drop': route<NeedPlanRef>()({ input: v.strictObject(planRef), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** Every bundle becomes a project of whoever confirms. */
  'needPlan.confirm': route<NeedPlanRef>()({ input: v.strictObject(seen), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
} as const;
