import type { Due } from '../aggregate/aggregate-kind';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { addWorkingMs } from '../kernel/working-days';
import { RULES } from '../rules';
import type { Wish } from '../wish/wish';
import { is, wishChange } from '../wish/wish-change';
import type { WishEvent } from '../wish/wish-event';
import { isOpenReferral, referralTaskId, withLine, type Referral } from './referral';

type Strike = { readonly fields: Partial<Referral>; readonly event: (common: { readonly turn: number; readonly closesTaskId: string | null; readonly eventId: string; readonly atMs: number; readonly byId: string }) => WishEvent };

/** No answer within 24 working hours: it goes back to the sender's queue. */
const late = (referral: Referral, wishId: string, turn: number, nowMs: number): Strike => ({
  fields: {
    state: 'declined',
    dueAtMs: addWorkingMs(nowMs, RULES.referral.answerWorkingHours * HOUR_MS),
    asked: 0,
    taskId: referralTaskId('referralReturned', wishId, turn),
    history: withLine(referral, nowMs, `${referral.toAreaName}没有在时限内回话，退回${referral.owner.name}`),
  },
  event: (common) => ({ kind: 'referralDeclined', isLate: true, reason: '', ...common }),
});

/** It came back and lies still: the street is told, and again after a while. */
const stuck = (referral: Referral, wishId: string, turn: number, nowMs: number): Strike => ({
  fields: { dueAtMs: nowMs + RULES.referral.stuckDays * DAY_MS, asked: referral.asked + 1, taskId: referralTaskId('referralStuck', wishId, turn) },
  event: (common) => ({ kind: 'referralStuck', ...common }),
});

/** Time to say how it went: the owner is asked first, then the street. */
const reportDue = (referral: Referral, wishId: string, turn: number, nowMs: number): Strike => {
  const isAgain = referral.asked > 0;
  return {
    fields: { dueAtMs: nowMs + RULES.referral.reportDays * DAY_MS, asked: referral.asked + 1, taskId: referralTaskId(isAgain ? 'referralStuck' : 'referralReport', wishId, turn) },
    event: (common) => ({ kind: 'referralReportDue', isAgain, ...common }),
  };
};

const STRIKES = { offered: late, declined: stuck, accepted: reportDue } as const;

/** The one clock of a referral; every state of it has one until it is done. */
export const referralClocks = (wish: Wish, nowMs: number): readonly Due<WishEvent>[] => {
  const { referral } = wish;
  if (!isOpenReferral(referral) || referral.state === 'done') return [];
  const turn = referral.turn + 1;
  const { fields, event } = STRIKES[referral.state](referral, wish._id, turn, nowMs);
  return [
    {
      atMs: referral.dueAtMs,
      change: wishChange({
        when: { state: is('referred'), 'referral.turn': is(referral.turn) },
        set: { referral: { ...referral, ...fields, turn } },
        event: event({ turn, closesTaskId: referral.taskId, eventId: deriveId('e', wish._id, 'referralClock', String(turn)), atMs: nowMs, byId: 'clock' }),
      }),
    },
  ];
};
