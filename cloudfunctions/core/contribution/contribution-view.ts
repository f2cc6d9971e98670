import type { ContributionView, PaymentParams, ReceiptView, WaitingMoneyView } from '@contract';
import type { Member } from '../member/member';
import type { Contribution } from './contribution';
import { targetIdOf } from './gift-target';

export const contributionView = (contribution: Contribution, payment: PaymentParams | null = null): ContributionView => {
  const { _id, target, targetTitle, kind, state, amountFen, isAnonymous, orderedAtMs, orderEndsAtMs, paidAtMs, refund, receiptNo, entityName, matchBudgetId, matchedFen } = contribution;
  return {
    contributionId: _id, lane: target.lane, targetId: targetIdOf(target), targetTitle, kind, state, amountFen, isAnonymous, orderedAtMs, orderEndsAtMs, paidAtMs,
    refundedAtMs: refund?.doneAtMs ?? null, refundReason: refund?.reason ?? null, receiptNo: paidAtMs === null ? null : receiptNo, entityName, matchedFen: matchBudgetId === null ? null : matchedFen, payment,
  };
};

/** Null until the money came. */
export const receiptView = ({ receiptNo, giverName, paidFen, targetTitle, entityName, paidAtMs, transactionId, refund }: Contribution): ReceiptView | null =>
  receiptNo === null || paidAtMs === null || paidFen === null ? null : { receiptNo, giverName, amountFen: paidFen, targetTitle, entityName, paidAtMs, transactionId, isGivenBack: refund !== null };

const mayOf = ({ kind, state, enteredById, refund }: Contribution, reader: Member): WaitingMoneyView['may'] => {
  if (kind !== 'cash') return null;
  if (state === 'entered') return enteredById === reader._id ? null : 'confirmCash';
  if (state !== 'returning') return null;
  if (refund === null || refund.returnedById === null) return 'recordReturn';
  return refund.returnedById === reader._id ? null : 'confirmReturn';
};

export const waitingMoneyView = (contribution: Contribution, reader: Member): WaitingMoneyView => {
  const { _id, kind, state, targetTitle, giverName, amountFen, receiptNo, orderedAtMs, enteredByName, refund } = contribution;
  return { contributionId: _id, kind, state, targetTitle, giverName, amountFen, receiptNo, atMs: refund?.beganAtMs ?? orderedAtMs, enteredByName, returnedByName: refund?.returnedByName ?? '', words: refund?.words ?? '', may: mayOf(contribution, reader) };
};
