import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, type Page } from './common';
import { BUDGET, route } from './route';
import type { PictureKey } from './vocabulary';

/** What came of a call: told; nobody answered; asked to be called another day. */
export const CALL_OUTCOMES = ['answered', 'noAnswer', 'later'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** One thing that waits for the person, in the words of their own inbox. */
export interface CalleeLineView {
  readonly noticeId: string;
  readonly title: string;
  readonly body: string;
  readonly pictureKey: PictureKey;
  readonly sinceMs: number;
  readonly dueAtMs: number;
}

/** Somebody whom no message reached; on a list never a number, and of who is on paper never the whole name. */
export interface CalleeView {
  readonly calleeId: string;
  readonly name: string;
  readonly isOnPaper: boolean;
  /** Large letters, care mode, on paper now or once: called first. */
  readonly isCaredFor: boolean;
  readonly lines: readonly CalleeLineView[];
  readonly sinceMs: number;
  /** Sent back with the next call: of two at once the first counts. */
  readonly calls: number;
  readonly last: { readonly outcome: CallOutcome; readonly byName: string; readonly atMs: number } | null;
  /** Nobody answered so often that somebody may go there. */
  readonly isToBeVisited: boolean;
}

/** Where a number comes from; only what they left for the thing that waits, or on paper. */
export const NUMBER_SOURCES = ['paper', 'claim', 'shift'] as const;
export interface CalleeNumberView {
  readonly source: (typeof NUMBER_SOURCES)[number];
  readonly phone: string;
}

export interface CalleeReachView {
  readonly calleeId: string;
  readonly name: string;
  /** Their 小区 or community, where somebody may go when there is no number. */
  readonly areaName: string;
  readonly numbers: readonly CalleeNumberView[];
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

export const CALL_LIST_ROUTES = {
  /** Whom to call in a place, the old first, then who never let anything be sent, then by how long it waits. */
  'callList.page': route<Page<CalleeView>>()({ input: v.strictObject({ areaId: areaIdSchema, cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.publish }),
  /** Their numbers; each look leaves a line of audit before one is told. */
  'callList.reach': route<CalleeReachView>()({ input: v.strictObject({ calleeId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.balance, quota: 'code' }),
  'callList.record': route<{ readonly calleeId: string; readonly againAtMs: number }>()({ input: v.strictObject({ calleeId: idSchema, calls: v.pipe(v.number(), v.integer(), v.minValue(0)), outcome: v.picklist(CALL_OUTCOMES) }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
} as const;
