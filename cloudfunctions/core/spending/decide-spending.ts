import type { ApproverRole } from '@contract';
import type { Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import { beginSpendingAct, type SpendingOutcome, type SpendingRight } from './ask-spending';
import { isApprovedEnough, isOpenSpending, type Approval, type Payout, type Spending, type SpendingHost } from './spending';
import type { SpendingEvent } from './spending-event';

/** Somebody who may say yes at this host, as what, and how they are called. */
export interface Approver {
  readonly role: ApproverRole;
  readonly displayName: string;
}

const plainName = (name: string): string => name.replace(/\s/g, '');

/** The same name is no proof of the same person: it is shown to everybody who reads of it. */
export const hasNameOf = (displayName: string, payeeName: string): boolean => plainName(displayName) === plainName(payeeName);

/** Nobody decides about money that they asked for or that comes to them. */
const ownRefusal = (spending: Spending, actorId: string): Refusal | null => {
  if (spending.filedById === actorId) return { code: 'SPENDING_OWN' };
  return spending.payee.memberId === actorId ? { code: 'SPENDING_PAYEE' } : null;
};

/**
 * Pure: one yes. The second of a different person, one of them the accounting agent where there is one, lets it be paid.
 * Who the agent is counts at the moment of each yes: a yes once given as the agent stays one.
 * Refusals: what `right` says, NOT_FOUND, SPENDING_OWN, SPENDING_PAYEE, SPENDING_CHANGED, SPENDING_APPROVED_ALREADY,
 * SPENDING_WAITS_FOR_AGENT (everybody else said enough), OPERATION_REUSED.
 */
export const decideApproveSpending = (host: SpendingHost, spendingId: string, approver: Approver, right: SpendingRight, step: Step): Result<SpendingOutcome> => {
  const begun = beginSpendingAct(host, spendingId, right.refusal, step);
  if ('answer' in begun) return begun.answer;
  const { spending } = begun;
  const own = ownRefusal(spending, step.actorId);
  if (own !== null) return { ok: false, refusal: own };
  if (spending.state !== 'asked') return refuse('SPENDING_CHANGED');
  if (Object.hasOwn(spending.approvals, step.actorId)) return refuse('SPENDING_APPROVED_ALREADY');
  const hasAgent = right.accountingAgentId !== null;
  if (approver.role !== 'accountingAgent' && isApprovedEnough(spending.approvals, false) && hasAgent) return refuse('SPENDING_WAITS_FOR_AGENT');
  const approval: Approval = { role: approver.role, atMs: step.nowMs, hasPayeesName: hasNameOf(approver.displayName, spending.payee.name) };
  const isEnough = isApprovedEnough({ ...spending.approvals, [step.actorId]: approval }, hasAgent);
  const path = `spendings.${spendingId}`;
  const set = { [`${path}.approvals.${step.actorId}`]: approval, ...(isEnough ? { [`${path}.state`]: 'approved' } : {}) };
  return accept(versionChanged<SpendingEvent>(host, step, set, { kind: 'spendingApproved', spendingId, role: approver.role, isEnough, ...bySomebody(step) }));
};

/** The amount comes back to what is left, and the spending ends with a reason. */
const givenBack = (host: SpendingHost, spending: Spending, as: 'refused' | 'withdrawn', note: string, step: Step): SpendingOutcome => {
  const path = `spendings.${spending.id}`;
  const event: SpendingEvent = { kind: as === 'refused' ? 'spendingRefused' : 'spendingWithdrawn', spendingId: spending.id, wasApproved: spending.state === 'approved', ...bySomebody(step) };
  return versionChanged<SpendingEvent>(host, step, { [`${path}.state`]: as, [`${path}.note`]: note }, event, { add: { fundsLeftFen: spending.amountFen } });
};

/** Pure: by somebody who might have said yes; as long as it is not paid. Refusals: what `right` says, NOT_FOUND, SPENDING_OWN, SPENDING_PAYEE, SPENDING_CHANGED, OPERATION_REUSED. */
export const decideRefuseSpending = (host: SpendingHost, spendingId: string, note: string, right: SpendingRight, step: Step): Result<SpendingOutcome> => {
  const begun = beginSpendingAct(host, spendingId, right.refusal, step);
  if ('answer' in begun) return begun.answer;
  const own = ownRefusal(begun.spending, step.actorId);
  if (own !== null) return { ok: false, refusal: own };
  return isOpenSpending(begun.spending) ? accept(givenBack(host, begun.spending, 'refused', note, step)) : refuse('SPENDING_CHANGED');
};

/** Pure: by whoever asked, as long as it is not paid. Refusals: NOT_FOUND, NOT_ALLOWED, SPENDING_CHANGED, OPERATION_REUSED. */
export const decideWithdrawSpending = (host: SpendingHost, spendingId: string, note: string, step: Step): Result<SpendingOutcome> => {
  const begun = beginSpendingAct(host, spendingId, null, step);
  if ('answer' in begun) return begun.answer;
  if (begun.spending.filedById !== step.actorId) return refuse('NOT_ALLOWED');
  return isOpenSpending(begun.spending) ? accept(givenBack(host, begun.spending, 'withdrawn', note, step)) : refuse('SPENDING_CHANGED');
};

/**
 * Pure: the money left the account, as the voucher says. By somebody who may approve here, never whoever asked or is paid.
 * Refusals: what `right` says, NOT_FOUND, SPENDING_OWN, SPENDING_PAYEE, SPENDING_CHANGED (not approved, or paid already),
 * BAD_INPUT (paid in the future or before it was asked), OPERATION_REUSED.
 */
export const decideRecordPayout = (host: SpendingHost, spendingId: string, payout: Payout, right: SpendingRight, step: Step): Result<SpendingOutcome> => {
  const begun = beginSpendingAct(host, spendingId, right.refusal, step);
  if ('answer' in begun) return begun.answer;
  const { spending } = begun;
  const own = ownRefusal(spending, step.actorId);
  if (own !== null) return { ok: false, refusal: own };
  if (spending.state !== 'approved') return refuse('SPENDING_CHANGED');
  if (payout.paidAtMs > step.nowMs || payout.paidAtMs < spending.filedAtMs) return refuse('BAD_INPUT', { fields: { paidAtMs: '付款的日子要在提出以后，也不能在以后' } });
  const path = `spendings.${spendingId}`;
  return accept(versionChanged<SpendingEvent>(host, step, { [`${path}.state`]: 'paid', [`${path}.payout`]: payout }, { kind: 'spendingPaid', spendingId, ...bySomebody(step) }));
};
