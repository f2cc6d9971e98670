import { NEVER_MS } from '../aggregate/aggregate';
import { REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { byClock, versionMoved } from '../aggregate/versioned';
import { chinaDay } from '../kernel/clock';
import { accept, type Result } from '../kernel/result';
import { RULES } from '../rules';
import { receiptNoOf, type Contribution, type Refund } from './contribution';
import type { ContributionEvent } from './contribution-event';

type Outcome = OutcomeOf<ContributionEvent>;

/** What WeChat says of an order. `closed`: there nobody can pay it any more; `none`: never made there, or not yet. */
export type Seen =
  | { readonly kind: 'paid'; readonly outTradeNo: string; readonly subMchId: string; readonly payerId: string; readonly amountFen: number; readonly transactionId: string; readonly paidAtMs: number }
  | { readonly kind: 'unpaid' | 'closed' | 'none' };

/** The event of a clock or of WeChat's word on it; each is made on a version of its own. */
export const seenBy = (contribution: Contribution, kind: ContributionEvent['kind'], atMs: number): { readonly eventId: string; readonly atMs: number; readonly byId: string } => byClock(contribution._id, kind, String(contribution.version), atMs);

export const newRefund = (reason: Refund['reason'], amountFen: number, nowMs: number): Refund => ({ reason, amountFen, beganAtMs: nowMs, askedAtMs: null, askedDay: null, failures: 0, words: '', doneAtMs: null, returnedById: null, returnedByName: '', seenById: null });

/** Moments of the next looks at an order, the last one at its end. */
const nextLookMs = ({ orderedAtMs, orderEndsAtMs }: Contribution, nowMs: number): number =>
  Math.min(orderEndsAtMs, ...RULES.contribution.looksAfterMs.map((afterMs) => orderedAtMs + afterMs).filter((atMs) => atMs > nowMs));

const LATER_MS = 60_000;

/** Pure: nothing new was heard; asked again later, an order that is over every minute until WeChat has closed it. */
export const lookedInVain = (contribution: Contribution, nowMs: number): Change<ContributionEvent> =>
  versionMoved(contribution, { looks: contribution.looks + 1, nextLookAtMs: contribution.state === 'ordered' && contribution.orderEndsAtMs > nowMs ? nextLookMs(contribution, nowMs) : nowMs + LATER_MS }, { ...seenBy(contribution, 'looked', nowMs), kind: 'looked' });

const moved = (change: Change<ContributionEvent>): Result<Outcome> => accept({ kind: 'change', change });

const isAsOrdered = ({ _id, amountFen, giverId, subMchId }: Contribution, seen: Extract<Seen, { kind: 'paid' }>): boolean =>
  seen.amountFen === amountFen && seen.payerId === giverId && seen.subMchId === subMchId && seen.outTradeNo === _id;

const factsOf = (contribution: Contribution, seen: Extract<Seen, { kind: 'paid' }>): Readonly<Record<string, unknown>> =>
  ({ paidAtMs: seen.paidAtMs, paidDay: chinaDay(seen.paidAtMs), paidFen: seen.amountFen, transactionId: seen.transactionId, receiptNo: receiptNoOf(contribution._id, seen.paidAtMs) });

const cameBack = (contribution: Contribution, reason: 'late' | 'mismatch', seen: Extract<Seen, { kind: 'paid' }>, nowMs: number): Result<Outcome> =>
  moved(versionMoved(contribution, { ...factsOf(contribution, seen), state: 'refunding', refund: newRefund(reason, seen.amountFen, nowMs), nextLookAtMs: nowMs },
    { ...seenBy(contribution, 'cameBack', nowMs), kind: 'cameBack', reason, wasOpen: contribution.state === 'ordered' }));

/**
 * Pure: what WeChat's word makes of an order, whoever brought it: a callback however late or often, the phone, the clock.
 * Only what was ordered by that person, to that sub-merchant, counts; anything else that came goes back as it came. So
 * does what was paid after the order was closed or after what it was for was over.
 */
export const decideSeen = (contribution: Contribution, seen: Seen, nowMs: number): Result<Outcome> => {
  const { state, orderEndsAtMs } = contribution;
  if (seen.kind === 'paid' && state === 'closed') return cameBack(contribution, 'late', seen, nowMs);
  if (state !== 'ordered') return accept(REPLAY);
  if (seen.kind === 'paid') return isAsOrdered(contribution, seen) ? paid(contribution, seen, nowMs) : cameBack(contribution, 'mismatch', seen, nowMs);
  // WeChat may not know an order yet that was only just made.
  if (seen.kind === 'closed' || (seen.kind === 'none' && (nowMs >= orderEndsAtMs || contribution.looks > 0))) return moved(closed(contribution, nowMs));
  // Somebody else asked before the clock did: it asks in its own time.
  return contribution.nextLookAtMs > nowMs ? accept(REPLAY) : moved(lookedInVain(contribution, nowMs));
};

const paid = (contribution: Contribution, seen: Extract<Seen, { kind: 'paid' }>, nowMs: number): Result<Outcome> => {
  const { endReason } = contribution;
  if (endReason === null) return moved(versionMoved(contribution, { ...factsOf(contribution, seen), state: 'paid', nextLookAtMs: NEVER_MS }, { ...seenBy(contribution, 'paid', nowMs), kind: 'paid' }));
  return cameBack(contribution, 'late', seen, nowMs);
};

const closed = (contribution: Contribution, nowMs: number): Change<ContributionEvent> => versionMoved(contribution, { state: 'closed', nextLookAtMs: NEVER_MS }, { ...seenBy(contribution, 'closed', nowMs), kind: 'closed' });

/** Pure: the order was closed at WeChat because its giver turned back, or was never opened there. */
export const decideClosed = (contribution: Contribution, nowMs: number): Result<Outcome> => (contribution.state === 'ordered' ? moved(closed(contribution, nowMs)) : accept(REPLAY));
