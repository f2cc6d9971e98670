import * as v from 'valibot';
import { areaIdSchema, emptySchema, idSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/** How many days points may be held. */
export const FREEZE_DAYS = [14, 21, 30] as const;
export type FreezeDays = (typeof FREEZE_DAYS)[number];

/** Somebody as staff know them. */
export interface CirclePersonView {
  readonly memberId: string;
  readonly name: string;
  readonly isOnPaper: boolean;
}

/** What was counted of some people; never why. */
export interface CircleFactsView {
  readonly people: readonly CirclePersonView[];
  /** Confirmations among them, and of any of them with anybody. */
  readonly times: number;
  readonly allTimes: number;
  readonly ratings: number;
  readonly points: number;
  /** Who confirmed what whom did, how often; the most first. */
  readonly ways: readonly { readonly byName: string; readonly forName: string; readonly times: number }[];
}

export interface CircleView extends CircleFactsView {
  readonly circleId: string;
  /** The reader is in it: another one looks at it. */
  readonly isOwn: boolean;
  /** Staff asked and all was well; quiet until they confirm each other clearly more often than then. Null when nobody asked. */
  readonly look: { readonly byName: string; readonly atMs: number; readonly note: string; readonly isQuiet: boolean } | null;
}

/** A freeze in a list. */
export interface FreezeRowView {
  readonly freezeId: string;
  readonly names: readonly string[];
  readonly untilMs: number;
  readonly openAppeals: number;
}

export interface FavourReportView {
  /** Null before the first night. */
  readonly madeAtMs: number | null;
  readonly periodDays: number;
  readonly confirmations: number;
  readonly circles: readonly CircleView[];
  readonly isPartial: boolean;
  /** What stands now; its people are not among `circles`. */
  readonly freezes: readonly FreezeRowView[];
  /** From when on somebody is named, so that the page can say it. */
  readonly rules: { readonly minConfirmations: number; readonly minEachWay: number; readonly sharePercent: number };
}

export type FreezeState = 'frozen' | 'lifted' | 'ended' | 'voided';

export interface FreezeAppealView {
  readonly words: string;
  readonly state: 'open' | 'granted' | 'refused' | 'over';
  readonly note: string;
  readonly dueAtMs: number;
}

/** As staff read it. */
export interface FreezeView extends CircleFactsView {
  readonly freezeId: string;
  readonly fromMs: number;
  readonly reportUntilMs: number;
  readonly reason: string;
  readonly frozenByName: string;
  readonly frozenAtMs: number;
  readonly untilMs: number;
  readonly appealUntilMs: number;
  readonly state: FreezeState;
  readonly appeals: readonly (FreezeAppealView & CirclePersonView)[];
  readonly endNote: string;
  readonly isOwn: boolean;
  /** The reader froze it: answering and voiding are for another one. */
  readonly isByReader: boolean;
  /** From when what is held may be voided; null while somebody waits for an answer, or when it is over. */
  readonly voidableFromMs: number | null;
}

/** As one of its people reads it; names nobody else. */
export interface MyFreezeView {
  readonly freezeId: string;
  readonly reason: string;
  readonly others: number;
  readonly times: number;
  readonly allTimes: number;
  readonly periodDays: number;
  readonly frozenAtMs: number;
  readonly untilMs: number;
  readonly state: FreezeState;
  readonly endNote: string;
  readonly endedAtMs: number | null;
  /** Null when they may not appeal any more, or did. */
  readonly appealUntilMs: number | null;
  readonly appeal: FreezeAppealView | null;
  readonly dutyPhone: string;
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const freezeRef = { freezeId: idSchema };
const note = textSchema(LIMITS.noteCharacters, '请写一句为什么，对方看得到');

export const FAVOUR_ROUTES = {
  /** 互相确认: who mostly confirm each other, as of last night. By staff of the community; each reading is logged. */
  'favour.report': route<FavourReportView>()({ input: v.strictObject({ communityId: areaIdSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.publish }),
  /** Staff asked these people, and all was well; colleagues read who asked and why it is fine. */
  'favour.fine': route<{ readonly circleId: string }>()({
    input: v.strictObject({ communityId: areaIdSchema, circleId: idSchema, note: textSchema(LIMITS.noteCharacters, '请写一句是怎么回事') }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck',
  }),
  /** Holds what people of a circle get by each other, for some days, with a reason that they read. */
  'favour.freeze': route<{ readonly freezeId: string }>()({
    input: v.strictObject({ communityId: areaIdSchema, circleId: idSchema, days: v.picklist(FREEZE_DAYS), reason: note }), mutating: true, access: STAFF, requestBudget: BUDGET.freeze, quota: 'contentCheck',
  }),
  'favour.readFreeze': route<FreezeView>()({ input: v.strictObject(freezeRef), mutating: false, access: STAFF, requestBudget: BUDGET.command }),
  /** Lets go before the day. */
  'favour.lift': route<{ readonly freezeId: string }>()({ input: v.strictObject({ ...freezeRef, note }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** By another one than who froze it: answers what one of the people said. */
  'favour.answer': route<{ readonly freezeId: string }>()({ input: v.strictObject({ ...freezeRef, memberId: idSchema, isGranted: v.boolean(), note }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** By another one than who froze it, once everybody had their say: what is held does not count. */
  'favour.void': route<{ readonly freezeId: string }>()({ input: v.strictObject({ ...freezeRef, reason: note }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** One's own: what is held and why, the newest first. */
  'favour.mine': route<readonly MyFreezeView[]>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Once, by whose points are held; `personId`: staff write down what somebody on paper says. */
  'favour.appeal': route<{ readonly freezeId: string }>()({
    input: v.strictObject({ ...freezeRef, personId: v.optional(v.nullable(idSchema), null), words: textSchema(LIMITS.appealCharacters, '请写一句') }), mutating: true, access: 'member', requestBudget: BUDGET.asked, quota: 'contentCheck',
  }),
} as const;
