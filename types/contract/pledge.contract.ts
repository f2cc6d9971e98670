import * as v from 'valibot';
import { cursorSchema, idSchema, optionalTextSchema, textSchema, type Page } from './common';
import { HANDOVER_CODE_DIGITS } from './handover.contract';
import { LIMITS } from './limits';
import type { NeedKind, NeedView } from './need.contract';
import { BUDGET, route } from './route';

/**
 * `promised`: kept for whoever promised; of a place until whoever answers for the campaign says yes. `accepted`: a place
 * that is to be used. `received`, `used`: it came. The others are ends without it: taken back, not needed, too late, or
 * the campaign itself is over.
 */
export const PLEDGE_STATES = ['promised', 'accepted', 'received', 'used', 'withdrawn', 'refused', 'lapsed', 'over'] as const;
export type PledgeState = (typeof PLEDGE_STATES)[number];

/** What one neighbour gives to a campaign besides money: things, or a place. */
export interface PledgeView {
  readonly pledgeId: string;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly needId: string;
  readonly kind: Exclude<NeedKind, 'hours'>;
  readonly needText: string;
  readonly unit: string;
  readonly count: number;
  /** How many came; null before. */
  readonly receivedCount: number | null;
  /** In the giver's words. */
  readonly note: string;
  readonly state: PledgeState;
  readonly pledgedAtMs: number;
  /** Brought, or a place used, by then; else others may give it. */
  readonly untilMs: number;
  readonly endedAtMs: number | null;
  /** Where things are brought, e.g. "青枫社区驿站". */
  readonly stationName: string;
  /** Six digits, only for whoever gives and only while things wait. */
  readonly code: string | null;
  /** Who gives, masked for all but themselves and whoever answers for it; empty for themselves. */
  readonly giverText: string;
  /** Why it was not needed; empty otherwise. */
  readonly reason: string;
  readonly may: { readonly withdraw: boolean; readonly answer: boolean; readonly use: boolean; readonly receive: boolean };
}

const pledgeRef = { pledgeId: idSchema };
const needRef = { campaignId: idSchema, needId: idSchema };
const countSchema = v.pipe(v.number('填一个数'), v.integer('填整数'), v.minValue(1, '至少 1'), v.maxValue(LIMITS.neededOfOneKind, `最多 ${LIMITS.neededOfOneKind}`));

/** Whoever keeps the station. */
const KEEPERS = { roles: ['administrator', 'staff', 'socialWorker', 'volunteer'] } as const;

export const PLEDGE_ROUTES = {
  /** Promises things or a place; never more than is wanted. */
  'pledge.promise': route<PledgeView>()({ input: v.strictObject({ ...needRef, count: countSchema, note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.asked }),
  'pledge.mine': route<Page<PledgeView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** What neighbours promised to one campaign: for whoever answers for it and staff of its community. */
  'pledge.ofCampaign': route<Page<PledgeView>>()({ input: v.strictObject({ campaignId: idSchema, cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.listWithMine }),
  /** Things that are to be brought to the stations the reader keeps, the most urgent first. */
  'pledge.waiting': route<Page<PledgeView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: KEEPERS, requestBudget: BUDGET.list }),
  'pledge.withdraw': route<PledgeView>()({ input: v.strictObject(pledgeRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Whoever answers for the campaign says yes to a place, or why not. */
  'pledge.answer': route<PledgeView>()({
    input: v.strictObject({ ...pledgeRef, answer: v.variant('kind', [v.strictObject({ kind: v.literal('accept') }), v.strictObject({ kind: v.literal('refuse'), reason: textSchema(LIMITS.noteCharacters, '请写一句为什么，对方会看到') })]) }),
    mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck',
  }),
  /** The place was used. */
  'pledge.markUsed': route<PledgeView>()({ input: v.strictObject(pledgeRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Things came to the station; what did not come is free for others. */
  'pledge.receive': route<PledgeView>()({
    input: v.strictObject({ ...pledgeRef, count: countSchema, code: v.pipe(v.string(), v.trim(), v.regex(/^[0-9]{6}$/, `交接码是 ${HANDOVER_CODE_DIGITS} 位数字`)) }),
    mutating: true, access: KEEPERS, requestBudget: BUDGET.command,
  }),
  /** Names the activity whose shifts give the hours: by whoever answers for the campaign, or staff. */
  'pledge.linkHours': route<NeedView>()({ input: v.strictObject({ ...needRef, activityId: idSchema }), mutating: true, access: 'member', requestBudget: BUDGET.publish }),
} as const;
