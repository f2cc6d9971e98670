import type { ContributionState, RefundReason } from '@contract';
import { bornWith, NEVER_MS } from '../aggregate/aggregate';
import { bySomebody, type Versioned } from '../aggregate/versioned';
import type { Step } from '../aggregate/step';
import { chinaDay } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { RULES } from '../rules';
import type { ContributionEvent } from './contribution-event';
import { targetKeyOf, type GiftTarget } from './gift-target';

/** Who receives the money: the entity's own account at WeChat, or the entity in cash. */
export type Collector = { readonly kind: 'subMerchant'; readonly subMchId: string; readonly entityName: string } | { readonly kind: 'cash'; readonly entityName: string };

/** Money on its way back; always all of what came. */
export interface Refund {
  readonly reason: RefundReason;
  readonly amountFen: number;
  readonly beganAtMs: number;
  /** WeChat took the request; null before, and again after it failed. */
  readonly askedAtMs: number | null;
  /** Day in UTC+8 on which WeChat took it first: the bill it stands in. */
  readonly askedDay: string | null;
  readonly failures: number;
  /** What WeChat said last; empty while it said nothing. */
  readonly words: string;
  readonly doneAtMs: number | null;
  /** Cash: who handed it back and who saw it. */
  readonly returnedById: string | null;
  readonly returnedByName: string;
  readonly seenById: string | null;
}

/**
 * What one person gave, from the order to where the money is now. A document of its own: a thousand people give to one
 * campaign in a minute and never meet. The id is also WeChat's order number.
 */
export interface Contribution extends Versioned<ContributionEvent> {
  readonly kind: 'wechat' | 'cash';
  readonly state: ContributionState;
  /** Null for cash of somebody without an account here. */
  readonly giverId: string | null;
  /** As the receipt says it; others read 一位邻居 when it is anonymous. */
  readonly giverName: string;
  readonly isAnonymous: boolean;
  /** What was ordered or entered. What came, if it differs, stands in `paidFen`. */
  readonly amountFen: number;
  readonly target: GiftTarget;
  readonly targetKey: string;
  readonly targetTitle: string;
  readonly communityId: string;
  readonly areaIds: readonly string[];
  /** Null for cash. */
  readonly subMchId: string | null;
  readonly entityName: string;
  readonly receiptNo: string | null;
  /** Photo of the paper receipt; null for money by WeChat. */
  readonly receiptFileId: string | null;
  readonly enteredById: string | null;
  readonly enteredByName: string;
  readonly confirmedById: string | null;
  readonly orderedAtMs: number;
  readonly orderEndsAtMs: number;
  readonly paidAtMs: number | null;
  /** Day in UTC+8 on which WeChat or the receipt says it was paid. */
  readonly paidDay: string | null;
  readonly paidFen: number | null;
  readonly transactionId: string | null;
  readonly matchBudgetId: string | null;
  readonly matchedFen: number;
  /** Since when the budget keeps its match; null without one. */
  readonly matchHeldAtMs: number | null;
  /** When the budget had its match back. */
  readonly matchBackAtMs: number | null;
  /** What it is for is over, while it was still open: if it is paid all the same, it goes back. */
  readonly endReason: Extract<RefundReason, 'missed' | 'cancelled'> | null;
  readonly refund: Refund | null;
  readonly looks: number;
  /** When WeChat is to be asked again; far future when there is nothing to ask. */
  readonly nextLookAtMs: number;
  /** Staff have something to do about it. */
  readonly isWaiting: boolean;
}

export const contributionIdOf = (operationId: string): string => deriveId('gv', operationId);
export const giveTransferId = (contributionId: string): string => deriveId('t', 'give', contributionId);
export const lateTransferId = (contributionId: string): string => deriveId('t', 'late', contributionId);
export const refundTransferId = (contributionId: string): string => deriveId('t', 'refund', contributionId);

/** WeChat's number of the refund; one contribution goes back once and whole. */
export const refundNoOf = (contributionId: string): string => `${contributionId}_r`;
/** The contribution that an order number or a refund number of WeChat belongs to; null when it is none of ours. */
export const contributionIdOfNumber = (number: unknown): string | null => (typeof number === 'string' ? (/^(gv_[A-Za-z0-9_-]{1,29}?)(_r)?$/.exec(number)?.[1] ?? null) : null);

/** What people who only look at the giving read. */
export const NO_NAME = '一位邻居';
export const shownName = ({ isAnonymous, giverName }: Pick<Contribution, 'isAnonymous' | 'giverName'>): string => (isAnonymous ? NO_NAME : giverName);

export const receiptNoOf = (contributionId: string, paidAtMs: number): string => `LY${chinaDay(paidAtMs).replace(/-/g, '')}-${contributionId.slice(-8)}`;

/** States in which it may still become money that counts. */
export const OPEN_STATES = ['ordered', 'entered'] as const satisfies readonly ContributionState[];
/** States in which the money lies in the escrow and counts. */
export const COUNTED_STATES = ['paid', 'confirmed'] as const satisfies readonly ContributionState[];

/** States in which money went back or is on its way. */
export const COUNTED_BACK_STATES = ['refunding', 'refundStuck', 'refunded'] as const satisfies readonly ContributionState[];

export interface GiftDraft {
  readonly target: GiftTarget;
  readonly targetTitle: string;
  readonly communityId: string;
  readonly areaIds: readonly string[];
  readonly amountFen: number;
  readonly isAnonymous: boolean;
  readonly matchBudgetId: string | null;
  readonly matchedFen: number;
  /** Only of one that is matched. */
  readonly matchHeldAtMs?: number;
}

/** Pure: whole fen, at least one and no more than any lane takes. Refusal: BAD_INPUT. */
export const checkAmount = (amountFen: number): Result<number> =>
  Number.isSafeInteger(amountFen) && amountFen >= 1 && amountFen <= RULES.contribution.maxFen ? accept(amountFen) : refuse('BAD_INPUT', { fields: { amountFen: '金额要精确到分，不能是零，也不能太大' } });

const NOTHING_YET = { matchBackAtMs: null, confirmedById: null, paidAtMs: null, paidDay: null, paidFen: null, transactionId: null, endReason: null, refund: null, looks: 0, version: 1 } as const;

/** Pure: an order that waits at the cashier, at most half an hour and never past `acceptsUntilMs`. Refusals: BAD_INPUT, GIVE_TOO_LATE. */
export const newOrder = (draft: GiftDraft, collector: Extract<Collector, { kind: 'subMerchant' }>, giver: { readonly memberId: string; readonly name: string }, acceptsUntilMs: number, step: Step): Result<Contribution> => {
  const amount = checkAmount(draft.amountFen);
  if (!amount.ok) return amount;
  const orderEndsAtMs = Math.min(step.nowMs + RULES.contribution.orderMs, acceptsUntilMs);
  if (orderEndsAtMs < step.nowMs + RULES.contribution.orderMinMs) return refuse('GIVE_TOO_LATE');
  return accept({
    ...draft, ...NOTHING_YET, matchHeldAtMs: draft.matchHeldAtMs ?? null, _id: contributionIdOf(step.operationId), kind: 'wechat', state: 'ordered', giverId: giver.memberId, giverName: giver.name, targetKey: targetKeyOf(draft.target), subMchId: collector.subMchId, entityName: collector.entityName,
    receiptNo: null, receiptFileId: null, enteredById: null, enteredByName: '', orderedAtMs: step.nowMs, orderEndsAtMs, nextLookAtMs: Math.min(orderEndsAtMs, step.nowMs + RULES.contribution.looksAfterMs[0]), isWaiting: false,
    steps: { [step.operationId]: step.inputHash }, ...bornWith<ContributionEvent>({ ...bySomebody(step), kind: 'ordered' }),
  });
};

export interface CashDraft extends GiftDraft {
  readonly giverId: string | null;
  readonly giverName: string;
  readonly receiptNo: string;
  readonly receiptFileId: string;
  readonly entityName: string;
}

/** Pure: cash that one person of the staff took in and entered; another one confirms it. Refusal: BAD_INPUT. */
export const newCash = ({ receiptNo, receiptFileId, entityName, giverId, giverName, ...draft }: CashDraft, enteredBy: { readonly memberId: string; readonly name: string }, step: Step): Result<Contribution> => {
  const amount = checkAmount(draft.amountFen);
  if (!amount.ok) return amount;
  return accept({
    ...draft, ...NOTHING_YET, matchHeldAtMs: draft.matchHeldAtMs ?? null, _id: contributionIdOf(step.operationId), kind: 'cash', state: 'entered', giverId, giverName, targetKey: targetKeyOf(draft.target), subMchId: null, entityName, receiptNo, receiptFileId,
    enteredById: enteredBy.memberId, enteredByName: enteredBy.name, orderedAtMs: step.nowMs, orderEndsAtMs: step.nowMs, nextLookAtMs: NEVER_MS, isWaiting: true,
    steps: { [step.operationId]: step.inputHash }, ...bornWith<ContributionEvent>({ ...bySomebody(step), kind: 'entered' }),
  });
};
