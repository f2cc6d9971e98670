import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { hasOpenSpendings } from '../spending/spending';
import type { Grant } from './grant';
import type { GrantEvent } from './grant-event';

export type GrantOutcome = OutcomeOf<GrantEvent>;

/** What a fund tells one of its grants. */
export type GrantNews =
  | { readonly kind: 'granted'; readonly amountFen: number; readonly accountingAgentId: string | null }
  | { readonly kind: 'refused'; readonly note: string }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'agentSet'; readonly accountingAgentId: string | null; readonly causeId: string };

const moved = (grant: Grant, set: Readonly<Record<string, unknown>>, event: GrantEvent): Result<GrantOutcome> =>
  accept(changedBy<GrantEvent>({ when: { state: is(grant.state), version: is(grant.version) }, set, add: { version: 1 }, event }));

const decidedAs = (grant: Grant, news: Exclude<GrantNews, { kind: 'agentSet' }>, atMs: number): Result<GrantOutcome> => {
  if (grant.state !== 'applied') return accept(REPLAY);
  const at = byClock(grant._id, news.kind, '', atMs);
  if (news.kind === 'granted') return moved(grant, { state: 'granted', grantedFen: news.amountFen, grantedAtMs: atMs, fundsLeftFen: news.amountFen, accountingAgentId: news.accountingAgentId }, { kind: 'granted', ...at });
  return moved(grant, { state: news.kind, note: news.kind === 'refused' ? news.note : '' }, { kind: news.kind, ...at });
};

/** Pure: told by an event of the fund, so possibly twice. */
export const decideGrantNews = (grant: Grant, news: GrantNews, atMs: number): Result<GrantOutcome> => {
  if (news.kind !== 'agentSet') return decidedAs(grant, news, atMs);
  if (grant.state !== 'granted' || grant.accountingAgentId === news.accountingAgentId) return accept(REPLAY);
  return moved(grant, { accountingAgentId: news.accountingAgentId }, { kind: 'agentSet', formerId: grant.accountingAgentId, ...byClock(grant._id, 'agentSet', news.causeId, atMs) });
};

/** Pure: by its committee. Refusals: NOT_ALLOWED, GRANT_CHANGED, GRANT_OPEN_SPENDINGS, OPERATION_REUSED. */
export const decideReport = (grant: Grant, reportText: string, isAllowed: boolean, step: Step): Result<GrantOutcome> => {
  const known = knownStep(grant.steps, step);
  if (known !== null) return known;
  if (!isAllowed) return refuse('NOT_ALLOWED');
  if (grant.state !== 'granted') return refuse('GRANT_CHANGED');
  if (hasOpenSpendings(grant)) return refuse('GRANT_OPEN_SPENDINGS');
  return accept(versionChanged<GrantEvent>(grant, step, { state: 'reported', reportText, note: '' }, { kind: 'reported', ...bySomebody(step) }));
};

/** Pure: by staff who did not apply: closed, what is left back to the fund; or with a note what the report lacks. Refusals: NOT_ALLOWED, GRANT_OWN, GRANT_CHANGED, OPERATION_REUSED. */
export const decideCloseGrant = (grant: Grant, askAgain: string, isAllowed: boolean, step: Step): Result<GrantOutcome> => {
  const known = knownStep(grant.steps, step);
  if (known !== null) return known;
  if (!isAllowed) return refuse('NOT_ALLOWED');
  if (grant.contactId === step.actorId) return refuse('GRANT_OWN');
  if (grant.state !== 'reported') return refuse('GRANT_CHANGED');
  if (askAgain !== '') return accept(versionChanged<GrantEvent>(grant, step, { state: 'granted', note: askAgain }, { kind: 'reportAskedAgain', ...bySomebody(step) }));
  const set = { state: 'closed', closedAtMs: step.nowMs, returnedFen: grant.fundsLeftFen, fundsLeftFen: 0 };
  return accept(versionChanged<GrantEvent>(grant, step, set, { kind: 'closed', returnedFen: grant.fundsLeftFen, ...bySomebody(step) }));
};
