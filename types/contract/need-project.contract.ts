import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, momentSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { needInputSchema } from './need.contract';
import type { BundledNeedView } from './need-plan.contract';
import { BUDGET, route } from './route';
import { ACTIVITY_KINDS, type PictureKey, type WishCategory } from './vocabulary';
import type { SupplyCardView } from './supply.contract';

/**
 * 需求项目: a confirmed bundle with a plan. `draft`: the plan that was made from its needs is gone over. `planned`: it has a
 * first day. `running`: until its last week is over. In each state it has an owner and a day by which it must go on.
 */
export const NEED_PROJECT_STATES = ['draft', 'planned', 'running', 'done', 'cancelled'] as const;
export type NeedProjectState = (typeof NEED_PROJECT_STATES)[number];
export const NEED_PROJECT_STATE_LABEL: Readonly<Record<NeedProjectState, string>> = { draft: '在写计划', planned: '等开始', running: '正在做', done: '办好了', cancelled: '不办了' };

export interface NeedProjectRef {
  readonly projectId: string;
  readonly state: NeedProjectState;
  readonly version: number;
}

/** Needs of a project by what became of them. */
export interface NeedProjectFigures {
  readonly waiting: number;
  readonly taken: number;
  readonly met: number;
  readonly gone: number;
}

export interface NeedProjectCardView extends NeedProjectRef {
  readonly title: string;
  readonly category: WishCategory;
  readonly communityName: string;
  readonly areaNames: readonly string[];
  readonly personCount: number;
  /** As last counted, within a day. */
  readonly figures: NeedProjectFigures;
  readonly ownerName: string;
  readonly isMine: boolean;
  /** By then it must go on; null once it ended. */
  readonly dueAtMs: number | null;
  readonly isLate: boolean;
}

const stepSchema = v.strictObject({
  text: textSchema(LIMITS.aidCharacters, '请写这一步做什么'),
  /** Weeks from the first day, the first is 1. */
  week: v.pipe(v.number('填第几周'), v.integer('填整数'), v.minValue(1, '从第 1 周起'), v.maxValue(LIMITS.projectWeeks, `最多 ${LIMITS.projectWeeks} 周`)),
});

/** The plan of a project, as it is written and changed. */
export const needProjectPlanSchema = v.strictObject({
  title: textSchema(LIMITS.titleCharacters, '请写这个项目叫什么'),
  aim: textSchema(LIMITS.noteCharacters, '请写要办成什么样'),
  steps: v.pipe(v.array(stepSchema), v.minLength(1, '请写至少一步'), v.maxLength(LIMITS.stepsPerProject, `最多 ${LIMITS.stepsPerProject} 步`)),
  /** What it takes: things, a place, hours of people; no money. */
  budget: v.pipe(v.array(v.omit(needInputSchema, ['activityId'])), v.maxLength(LIMITS.needsPerCampaign, `最多 ${LIMITS.needsPerCampaign} 样`)),
  /** Offers that take part. */
  partnerIds: v.pipe(v.array(idSchema), v.maxLength(LIMITS.partnersPerProject, `最多 ${LIMITS.partnersPerProject} 家`)),
  /** The first activity, to be drafted from here. */
  activity: v.strictObject({ kind: v.picklist(ACTIVITY_KINDS), title: textSchema(LIMITS.titleCharacters, '请写第一次活动叫什么'), story: textSchema(LIMITS.storyCharacters, '请写第一次活动做什么') }),
  firstDayMs: v.nullable(momentSchema),
});
export type NeedProjectPlanInput = v.InferOutput<typeof needProjectPlanSchema>;

/** What is asked for, kind by kind of thing. */
export interface NeedKindView {
  readonly pictureKey: PictureKey;
  readonly example: string;
  readonly needCount: number;
  readonly sharesLeft: number;
}

export interface NeedProjectPartnerView {
  readonly supply: SupplyCardView;
  /** How many of its waiting needs the offer suits. */
  readonly suits: number;
  readonly why: string;
  readonly isChosen: boolean;
}

export interface NeedProjectView extends NeedProjectCardView {
  readonly planId: string;
  readonly communityId: string;
  readonly plan: NeedProjectPlanInput;
  readonly places: readonly { readonly areaId: string; readonly name: string; readonly personCount: number; readonly needCount: number }[];
  /** As they stand now. */
  readonly needs: readonly BundledNeedView[];
  readonly kinds: readonly NeedKindView[];
  readonly partners: readonly NeedProjectPartnerView[];
  readonly note: string;
  /** The latest consultation of its neighbours, whether or not it waits for that one. */
  readonly consult: { readonly consultId: string; readonly isLive: boolean } | null;
  readonly startedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly may: { readonly edit: boolean; readonly plan: boolean; readonly run: boolean; readonly finish: boolean; readonly cancel: boolean; readonly take: boolean; readonly consult: boolean; readonly propose: boolean; readonly draftActivity: boolean };
}

const projectRef = { projectId: idSchema };
const noteSchema = textSchema(LIMITS.noteCharacters, '请写一句');
const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const PLANNERS = { roles: ['administrator', 'staff', 'socialWorker', 'groupOwner'] } as const;

export const NEED_PROJECT_ROUTES = {
  /** `mine`: those one is the owner of; else all of a community. Those due first come first. */
  'needProject.list': route<Page<NeedProjectCardView>>()({ input: v.strictObject({ of: v.picklist(['mine', 'community']), communityId: v.optional(v.nullable(areaIdSchema), null), shown: v.optional(v.picklist(['live', 'ended']), 'live'), cursor: cursorSchema }), mutating: false, access: PLANNERS, requestBudget: BUDGET.list }),
  /** With its needs and its partners as they stand now: two requests more than the project itself. */
  'needProject.get': route<NeedProjectView>()({ input: v.strictObject(projectRef), mutating: false, access: PLANNERS, requestBudget: BUDGET.command }),
  /** Other words, over the version that was read. */
  'needProject.save': route<NeedProjectRef>()({ input: v.strictObject({ ...projectRef, seenVersion: v.pipe(v.number(), v.integer()), plan: needProjectPlanSchema }), mutating: true, access: PLANNERS, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** The plan stands; it has a first day. */
  'needProject.plan': route<NeedProjectRef>()({ input: v.strictObject(projectRef), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'needProject.run': route<NeedProjectRef>()({ input: v.strictObject(projectRef), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'needProject.finish': route<NeedProjectRef>()({ input: v.strictObject({ ...projectRef, note: noteSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** Its needs may be bundled anew. */
  'needProject.cancel': route<NeedProjectRef>()({ input: v.strictObject({ ...projectRef, note: noteSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** The caller is its owner from now on. */
  'needProject.take': route<NeedProjectRef>()({ input: v.strictObject(projectRef), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
} as const;
