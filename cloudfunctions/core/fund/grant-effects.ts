import type { NoticeTarget } from '@contract';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { fundBudget, grantFunds } from '../ledger/account';
import { RULES } from '../rules';
import { agentChangedEffectsOf, spendingEffectsOf } from '../spending/spending-effects';
import { isSpendingEvent, type SpendingEvent } from '../spending/spending-event';
import { grantFacts, type Grant } from './grant';
import type { GrantEvent } from './grant-event';

type OwnEvent = Exclude<GrantEvent, SpendingEvent>;

const yuan = (amountFen: number): string => `${(amountFen / 100).toFixed(2)} 元`;

const tell = (grant: Grant, event: OwnEvent, title: string, body: string): readonly Effect[] => {
  const target: NoticeTarget = { page: 'grant', wishId: null, claimId: null, subjectId: grant._id };
  return grant.contactId === event.byId ? [] : [{ kind: 'notice', noticeId: deriveId('n', event.eventId, grant.contactId), memberId: grant.contactId, title, body, pictureKey: 'hand', target, todo: null, atMs: event.atMs }];
};

/** Each report is a task of its own. */
const reportTaskId = (grant: Grant, version: string): string => deriveId('k', 'grantReport', grant._id, version);

const closed = (grant: Grant, event: Extract<OwnEvent, { kind: 'closed' }>): readonly Effect[] => [
  ...(event.returnedFen === 0 ? [] : [{
    kind: 'moveMoney' as const, transferId: deriveId('t', 'grantReturn', grant._id), debitAccount: grantFunds(grant._id), creditAccount: fundBudget(grant.fundId), amountFen: event.returnedFen,
    cause: { kind: 'grantReturn', aggregateId: grant._id, text: `${grant.title}没用完的` }, communityId: grant.communityId, isPending: false, atMs: event.atMs,
  }]),
  { kind: 'tellFund', fundId: grant.fundId, news: { kind: 'returned', grantId: grant._id, returnedFen: event.returnedFen }, atMs: event.atMs },
  { kind: 'closeTask', taskId: reportTaskId(grant, grant.reportText), atMs: event.atMs, note: '办完了' },
  ...tell(grant, event, `${grant.title}办完了`, event.returnedFen === 0 ? '报告看过了，谢谢大家。' : `报告看过了。没用完的 ${yuan(event.returnedFen)} 退回基金。`),
];

const ownEffectsOf = (grant: Grant, event: OwnEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'applied':
      return [{ kind: 'tellFund', fundId: grant.fundId, news: { kind: 'applied', grantId: grant._id, title: grant.title, contactId: grant.contactId, askedFen: grant.askedFen }, atMs: event.atMs }];
    case 'granted':
      return tell(grant, event, `${grant.title}批了 ${yuan(grant.grantedFen ?? 0)}`, '钱在社区账上。要花的时候先拍好收据，在项目页提用款。');
    case 'refused':
      return tell(grant, event, `${grant.title}这次没批`, grant.note);
    case 'withdrawn':
      return [];
    case 'agentSet':
      return agentChangedEffectsOf(grantFacts(grant), grant, event.formerId, event);
    case 'reported':
      return [{
        kind: 'openTask', taskId: reportTaskId(grant, grant.reportText), taskKind: 'grantReport', wishId: null, claimId: null, subjectId: grant._id, assignTo: null, areaIds: grant.areaIds,
        title: grant.title, reasonText: '交了报告，看过就能结', actionText: '看报告', ...dueInWorkingHours(event.atMs, RULES.fund.reportWorkingHours), atMs: event.atMs,
      }];
    case 'reportAskedAgain':
      return [{ kind: 'closeTask', taskId: reportTaskId(grant, grant.reportText), atMs: event.atMs, note: '请补一补' }, ...tell(grant, event, `${grant.title}的报告请补一补`, grant.note)];
    case 'closed':
      return closed(grant, event);
  }
};

/** Pure: what an event of a grant brings about elsewhere. */
export const grantEffectsOf = (grant: Grant, event: GrantEvent): readonly Effect[] => (isSpendingEvent(event) ? spendingEffectsOf(grantFacts(grant), grant, event) : ownEffectsOf(grant, event));
