import { REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import { RULES } from '../rules';
import type { Payee, Spending, SpendingHost } from './spending';
import type { SpendingEvent } from './spending-event';

export type SpendingOutcome = OutcomeOf<SpendingEvent>;

export interface SpendingAsk {
  readonly useKey: string;
  readonly useLabel: string;
  readonly text: string;
  readonly amountFen: number;
  readonly payee: Payee;
  readonly receiptFileIds: readonly string[];
}

/** Who may act here, as the host and its table of people say; `refusal` null when they may. */
export interface SpendingRight {
  readonly refusal: Refusal | null;
  /** Keeps the street's books for this host; null where there is nobody. */
  readonly accountingAgentId: string | null;
}

/** The id of what an operation asks for: asking twice is asking once. */
export const spendingIdOf = (operationId: string): string => deriveId('sp', operationId);

/** The accounting agent looks over others' shoulders: what they asked for, or what is paid to them, they could never approve. */
const isAboutAgent = (ask: SpendingAsk, agentId: string | null, actorId: string): boolean => agentId !== null && (agentId === actorId || agentId === ask.payee.memberId);

const refusalOf = (host: SpendingHost, ask: SpendingAsk, right: SpendingRight, step: Step): Refusal | null => {
  const { amountFen } = ask;
  if (!Number.isSafeInteger(amountFen) || amountFen < 1 || amountFen > RULES.spending.amountMaxFen) return { code: 'BAD_INPUT', fields: { amountFen: '金额填得不对' } };
  if (ask.receiptFileIds.length === 0) return { code: 'SPENDING_RECEIPT_MISSING' };
  if (ask.receiptFileIds.length > RULES.spending.receiptsMax) return { code: 'BAD_INPUT', fields: { receiptFileIds: `最多 ${RULES.spending.receiptsMax} 张` } };
  if (isAboutAgent(ask, right.accountingAgentId, step.actorId)) return { code: 'SPENDING_AGENT_INVOLVED' };
  if (Object.keys(host.spendings).length >= RULES.spending.perHost) return { code: 'SPENDINGS_FULL' };
  return amountFen > host.fundsLeftFen ? { code: 'FUNDS_NOT_ENOUGH' } : null;
};

/**
 * Pure: sets an amount aside and asks for it to be paid. The use was held against the street's table before.
 * Refusals: what `right` says, BAD_INPUT, SPENDING_RECEIPT_MISSING, SPENDING_AGENT_INVOLVED, SPENDINGS_FULL,
 * FUNDS_NOT_ENOUGH, OPERATION_REUSED.
 */
export const decideAskSpending = (host: SpendingHost, ask: SpendingAsk, right: SpendingRight, step: Step): Result<SpendingOutcome> => {
  const known = knownStep(host.steps, step);
  if (known !== null) return known;
  const id = spendingIdOf(step.operationId);
  // Asked so long ago that its step is forgotten: the id alone says that it was this act.
  if (Object.hasOwn(host.spendings, id)) return accept(REPLAY);
  const refusal = right.refusal ?? refusalOf(host, ask, right, step);
  if (refusal !== null) return { ok: false, refusal };
  const spending: Spending = { id, ...ask, filedById: step.actorId, filedAtMs: step.nowMs, approvals: {}, state: 'asked', payout: null, note: '' };
  return accept(
    versionChanged<SpendingEvent>(host, step, { [`spendings.${id}`]: spending }, { kind: 'spendingAsked', spendingId: id, ...bySomebody(step) }, {
      when: { fundsLeftFen: { atLeast: ask.amountFen }, [`spendings.${id}`]: { isAbsent: true } },
      add: { fundsLeftFen: -ask.amountFen },
    }),
  );
};

/** Whoever is about to act on one of a host's spendings: the spending, the replay of this very act, or why not. */
export const beginSpendingAct = (host: SpendingHost, spendingId: string, refusal: Refusal | null, step: Step): { readonly spending: Spending } | { readonly answer: Result<SpendingOutcome> } => {
  const known = knownStep(host.steps, step);
  if (known !== null) return { answer: known };
  if (refusal !== null) return { answer: { ok: false, refusal } };
  const spending = Object.hasOwn(host.spendings, spendingId) ? host.spendings[spendingId] : undefined;
  return spending === undefined ? { answer: refuse('NOT_FOUND') } : { spending };
};
