import type { ApproverRole } from '@contract';
import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { RULES } from '../rules';
import { entryOf, type Fund, type FundEntry } from './fund';
import type { FundEvent } from './fund-event';

export type FundOutcome = OutcomeOf<FundEvent>;

const begin = (fund: Fund, isAllowed: boolean, step: Step): Result<FundOutcome> | null => {
  const known = knownStep(fund.steps, step);
  if (known !== null) return known;
  return isAllowed ? null : refuse('NOT_ALLOWED');
};

/** Pure: who keeps the books; null for nobody. Refusals: NOT_ALLOWED, FUND_CHANGED, OPERATION_REUSED. */
export const decideAgent = (fund: Fund, agentId: string | null, isAllowed: boolean, step: Step): Result<FundOutcome> => {
  const begun = begin(fund, isAllowed, step);
  if (begun !== null) return begun;
  if (fund.state !== 'open') return refuse('FUND_CHANGED');
  return accept(versionChanged<FundEvent>(fund, step, { accountingAgentId: agentId, formerAgentId: fund.accountingAgentId }, { kind: 'agentSet', ...bySomebody(step) }));
};

/** Pure: when nobody applies or spends any more. Refusals: NOT_ALLOWED, FUND_CHANGED, FUND_OPEN_GRANTS, OPERATION_REUSED. */
export const decideCloseFund = (fund: Fund, reportText: string, isAllowed: boolean, step: Step): Result<FundOutcome> => {
  const begun = begin(fund, isAllowed, step);
  if (begun !== null) return begun;
  if (fund.state !== 'open') return refuse('FUND_CHANGED');
  if (Object.values(fund.grants).some(({ state }) => state === 'applied' || state === 'granted')) return refuse('FUND_OPEN_GRANTS');
  const set = { state: 'closed', closedAtMs: step.nowMs, reportText, returnedFen: fund.leftFen, leftFen: 0 };
  return accept(versionChanged<FundEvent>(fund, step, set, { kind: 'closed', returnedFen: fund.leftFen, ...bySomebody(step) }));
};

interface Decider {
  readonly role: ApproverRole;
  readonly isAllowed: boolean;
}

/**
 * Pure: one yes to an amount. The second of a different person to the same amount grants it; another amount asks those
 * before to look again. Refusals: NOT_ALLOWED, NOT_FOUND, GRANT_OWN, GRANT_CHANGED, GRANT_DECIDED_ALREADY, BAD_INPUT
 * (more than was asked), FUND_NOT_ENOUGH, OPERATION_REUSED.
 */
export const decideSupport = (fund: Fund, grantId: string, amountFen: number, { role, isAllowed }: Decider, step: Step): Result<FundOutcome> => {
  const begun = begin(fund, isAllowed, step);
  if (begun !== null) return begun;
  const entry = entryOf(fund, grantId);
  if (entry === null) return refuse('NOT_FOUND');
  if (entry.contactId === step.actorId) return refuse('GRANT_OWN');
  if (entry.state !== 'applied') return refuse('GRANT_CHANGED');
  if (amountFen > entry.askedFen) return refuse('BAD_INPUT', { fields: { amountFen: '不能比申请的多' } });
  if (amountFen > fund.leftFen) return refuse('FUND_NOT_ENOUGH');
  if (entry.yesses[step.actorId]?.amountFen === amountFen) return refuse('GRANT_DECIDED_ALREADY');
  const agreeing = Object.fromEntries(Object.entries(entry.yesses).filter(([memberId, yes]) => memberId !== step.actorId && yes.amountFen === amountFen));
  const yesses = { ...agreeing, [step.actorId]: { role, amountFen, atMs: step.nowMs } };
  const isEnough = Object.keys(yesses).length >= RULES.fund.yesses;
  const path = `grants.${grantId}`;
  const set = { [`${path}.yesses`]: yesses, ...(isEnough ? { [`${path}.state`]: 'granted', [`${path}.grantedFen`]: amountFen, [`${path}.grantedAtMs`]: step.nowMs } : {}) };
  const event: FundEvent = { kind: 'grantSupported', grantId, amountFen, isEnough, ...bySomebody(step) };
  return accept(versionChanged<FundEvent>(fund, step, set, event, isEnough ? { when: { leftFen: { atLeast: amountFen } }, add: { leftFen: -amountFen } } : {}));
};

/** Pure: one no, with a reason. Refusals: NOT_ALLOWED, NOT_FOUND, GRANT_OWN, GRANT_CHANGED, OPERATION_REUSED. */
export const decideRefuseGrant = (fund: Fund, grantId: string, note: string, isAllowed: boolean, step: Step): Result<FundOutcome> => {
  const begun = begin(fund, isAllowed, step);
  if (begun !== null) return begun;
  const entry = entryOf(fund, grantId);
  if (entry === null) return refuse('NOT_FOUND');
  if (entry.contactId === step.actorId) return refuse('GRANT_OWN');
  if (entry.state !== 'applied') return refuse('GRANT_CHANGED');
  return accept(versionChanged<FundEvent>(fund, step, { [`grants.${grantId}.state`]: 'refused' }, { kind: 'grantRefused', grantId, note, ...bySomebody(step) }));
};

/** Pure: by its contact, before it is decided. Refusals: NOT_FOUND, NOT_ALLOWED, GRANT_CHANGED, OPERATION_REUSED. */
export const decideWithdrawGrant = (fund: Fund, grantId: string, step: Step): Result<FundOutcome> => {
  const entry = entryOf(fund, grantId);
  const begun = begin(fund, entry === null || entry.contactId === step.actorId, step);
  if (begun !== null) return begun;
  if (entry === null) return refuse('NOT_FOUND');
  if (entry.state !== 'applied') return refuse('GRANT_CHANGED');
  return accept(versionChanged<FundEvent>(fund, step, { [`grants.${grantId}.state`]: 'withdrawn' }, { kind: 'grantWithdrawn', grantId, ...bySomebody(step) }));
};

/** What a grant tells its fund. */
export type FundNews =
  | { readonly kind: 'applied'; readonly grantId: string; readonly title: string; readonly contactId: string; readonly askedFen: number }
  | { readonly kind: 'returned'; readonly grantId: string; readonly returnedFen: number };

const newEntry = ({ title, contactId, askedFen }: Extract<FundNews, { kind: 'applied' }>): FundEntry => ({ title, contactId, askedFen, state: 'applied', yesses: {}, grantedFen: null, grantedAtMs: null, returnedFen: 0, returnedAtMs: null });

/** Pure: told by an event of the grant, so possibly twice. A fund that closed or filled up meanwhile turns it away. */
export const decideFundNews = (fund: Fund, news: FundNews, atMs: number): Result<FundOutcome> => {
  const { grantId } = news;
  const entry = entryOf(fund, grantId);
  const path = `grants.${grantId}`;
  if (news.kind === 'returned') {
    if (entry === null || entry.state !== 'granted') return accept(REPLAY);
    const event: FundEvent = { kind: 'grantReturned', grantId, returnedFen: news.returnedFen, ...byClock(fund._id, 'grantReturned', grantId, atMs) };
    const set = { [`${path}.state`]: 'closed', [`${path}.returnedFen`]: news.returnedFen, [`${path}.returnedAtMs`]: atMs };
    return accept(changedBy<FundEvent>({ when: { version: is(fund.version) }, set, add: { leftFen: news.returnedFen, version: 1 }, event }));
  }
  if (entry !== null) return accept(REPLAY);
  if (fund.state !== 'open' || Object.keys(fund.grants).length >= RULES.fund.grantsMax) return accept(changedBy<FundEvent>({ when: { version: is(fund.version) }, add: { version: 1 }, event: { kind: 'grantTurnedAway', grantId, ...byClock(fund._id, 'grantTurnedAway', grantId, atMs) } }));
  return accept(changedBy<FundEvent>({ when: { version: is(fund.version), [path]: { isAbsent: true } }, set: { [path]: newEntry(news) }, add: { version: 1 }, event: { kind: 'grantApplied', grantId, ...byClock(fund._id, 'grantApplied', grantId, atMs) } }));
};
