import type { RefundReason } from '@contract';
import { NEVER_MS } from '../aggregate/aggregate';
import { REPLAY, type OutcomeOf } from '../aggregate/change';
import { versionMoved } from '../aggregate/versioned';
import { chinaDay } from '../kernel/clock';
import { accept, type Result } from '../kernel/result';
import { RULES } from '../rules';
import type { Contribution, Refund } from './contribution';
import type { ContributionEvent } from './contribution-event';
import { newRefund, seenBy } from './see-order';

type Outcome = OutcomeOf<ContributionEvent>;

/** What WeChat answered when money was to go back, or when it was asked how far that is. */
export type RefundWord =
  | { readonly kind: 'accepted' | 'processing' | 'none' }
  | { readonly kind: 'done'; readonly refundFen: number }
  /** Not for now: the collector's account lacks the money, or WeChat says why not. */
  | { readonly kind: 'refused'; readonly isEmpty: boolean; readonly words: string };

const moved = (contribution: Contribution, set: Readonly<Record<string, unknown>>, event: ContributionEvent): Result<Outcome> => accept({ kind: 'change', change: versionMoved(contribution, set, event) });

const stepOfList = (list: readonly number[], index: number): number => list[Math.min(index, list.length - 1)] ?? 0;

/** Pure: what it is for did not come about. What counts goes back; what is still open is marked, so that it goes back if it comes. */
export const decideEnd = (contribution: Contribution, reason: Extract<RefundReason, 'missed' | 'cancelled'>, nowMs: number): Result<Outcome> => {
  const { state, amountFen } = contribution;
  const refund = newRefund(reason, amountFen, nowMs);
  if (state === 'paid') return moved(contribution, { state: 'refunding', refund, nextLookAtMs: nowMs }, { ...seenBy(contribution, 'refundBegun', nowMs), kind: 'refundBegun', reason });
  if (state === 'confirmed') return moved(contribution, { state: 'returning', refund, isWaiting: true }, { ...seenBy(contribution, 'returnBegun', nowMs), kind: 'returnBegun', reason });
  if ((state === 'ordered' || state === 'entered') && contribution.endReason === null) return moved(contribution, { endReason: reason }, { ...seenBy(contribution, 'ended', nowMs), kind: 'ended' });
  return accept(REPLAY);
};

const refused = (contribution: Contribution, refund: Refund, word: Extract<RefundWord, { kind: 'refused' }>, nowMs: number): Result<Outcome> => {
  const failures = refund.failures + 1;
  const after = { ...refund, failures, askedAtMs: null, words: word.words };
  const isStuck = word.isEmpty || failures >= RULES.contribution.refundFailuresMax;
  if (!isStuck) return moved(contribution, { refund: after, nextLookAtMs: nowMs + stepOfList(RULES.contribution.refundRetryMs, failures - 1) }, { ...seenBy(contribution, 'refundRefused', nowMs), kind: 'refundRefused' });
  const set = { refund: after, state: 'refundStuck', isWaiting: true, nextLookAtMs: nowMs + RULES.contribution.stuckRetryMs };
  return moved(contribution, set, { ...seenBy(contribution, 'refundStuck', nowMs), kind: contribution.state === 'refundStuck' ? 'refundRefused' : 'refundStuck' });
};

/** Pure: what WeChat's word makes of a refund. Done is only what WeChat calls done, of exactly what was to go back. */
export const decideRefundWord = (contribution: Contribution, word: RefundWord, nowMs: number): Result<Outcome> => {
  const { refund, state, looks } = contribution;
  if (refund === null || (state !== 'refunding' && state !== 'refundStuck')) return accept(REPLAY);
  const later = { looks: looks + 1, nextLookAtMs: nowMs + stepOfList(RULES.contribution.refundLookMs, looks) };
  switch (word.kind) {
    case 'done':
      if (word.refundFen !== refund.amountFen) return refused(contribution, refund, { kind: 'refused', isEmpty: true, words: `微信退了 ${word.refundFen} 分，该退 ${refund.amountFen} 分` }, nowMs);
      return moved(contribution, { state: 'refunded', isWaiting: false, refund: { ...refund, doneAtMs: nowMs, words: '' }, nextLookAtMs: NEVER_MS }, { ...seenBy(contribution, 'refunded', nowMs), kind: 'refunded' });
    case 'accepted':
      return moved(contribution, { state: 'refunding', isWaiting: false, refund: { ...refund, askedAtMs: nowMs, askedDay: refund.askedDay ?? chinaDay(nowMs) }, looks: 0, nextLookAtMs: nowMs + stepOfList(RULES.contribution.refundLookMs, 0) }, { ...seenBy(contribution, 'refundAsked', nowMs), kind: 'refundAsked' });
    case 'processing':
      return moved(contribution, later, { ...seenBy(contribution, 'looked', nowMs), kind: 'looked' });
    case 'none':
      return moved(contribution, { refund: { ...refund, askedAtMs: null }, nextLookAtMs: nowMs }, { ...seenBy(contribution, 'looked', nowMs), kind: 'looked' });
    case 'refused':
      return refused(contribution, refund, word, nowMs);
  }
};
