import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { communityPublic, fundBudget, grantFunds } from '../ledger/account';
import { RULES } from '../rules';
import { entryOf, type Fund } from './fund';
import type { FundEvent } from './fund-event';

const decideTaskId = (grantId: string): string => deriveId('k', 'grantReview', grantId);

const audit = (fund: Fund, event: FundEvent, note: string): Effect => ({ kind: 'audit', line: { auditId: deriveId('a', event.eventId), kind: 'fundActed', byId: event.byId, subjectId: fund._id, areaIds: fund.areaIds, note, atMs: event.atMs } });

const closeTask = (grantId: string, event: FundEvent, note: string): Effect => ({ kind: 'closeTask', taskId: decideTaskId(grantId), atMs: event.atMs, note });

const yuan = (amountFen: number): string => `${(amountFen / 100).toFixed(2)} 元`;

const applied = (fund: Fund, event: Extract<FundEvent, { readonly grantId: string }>): readonly Effect[] => {
  const entry = entryOf(fund, event.grantId);
  return entry === null ? [] : [{
    kind: 'openTask', taskId: decideTaskId(event.grantId), taskKind: 'grantReview', wishId: null, claimId: null, subjectId: event.grantId, assignTo: null, areaIds: fund.areaIds,
    title: entry.title, reasonText: `申请社区发展基金 ${yuan(entry.askedFen)}，要两位来定`, actionText: '打开看看', ...dueInWorkingHours(event.atMs, RULES.fund.decideWorkingHours), atMs: event.atMs,
  }];
};

/** The money first, so that a grant never spends what is not its own. */
const granted = (fund: Fund, event: Extract<FundEvent, { kind: 'grantSupported' }>): readonly Effect[] => [
  {
    kind: 'moveMoney', transferId: deriveId('t', 'grant', event.grantId), debitAccount: fundBudget(fund._id), creditAccount: grantFunds(event.grantId), amountFen: event.amountFen,
    cause: { kind: 'grant', aggregateId: fund._id, text: entryOf(fund, event.grantId)?.title ?? '' }, communityId: fund.communityId, isPending: false, atMs: event.atMs,
  },
  { kind: 'tellGrant', grantId: event.grantId, news: { kind: 'granted', amountFen: event.amountFen, accountingAgentId: fund.accountingAgentId }, atMs: event.atMs },
  closeTask(event.grantId, event, '批了'),
];

/** Pure: what an event of a fund brings about elsewhere. */
export const fundEffectsOf = (fund: Fund, event: FundEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'opened':
      return [audit(fund, event, `开立，${fund.documentNo}`), {
        kind: 'moveMoney', transferId: deriveId('t', 'fund', fund._id), debitAccount: communityPublic(fund.communityId), creditAccount: fundBudget(fund._id), amountFen: fund.budgetFen,
        cause: { kind: 'fund', aggregateId: fund._id, text: `${fund.year} 年社区发展基金` }, communityId: fund.communityId, isPending: false, atMs: event.atMs,
      }];
    case 'agentSet':
      return [audit(fund, event, '换了代理会计'), ...Object.entries(fund.grants).filter(([, { state }]) => state === 'granted').map(([grantId]): Effect => ({ kind: 'tellGrant', grantId, news: { kind: 'agentSet', accountingAgentId: fund.accountingAgentId, causeId: event.eventId }, atMs: event.atMs }))];
    case 'grantApplied':
      return applied(fund, event);
    case 'grantTurnedAway':
      return [{ kind: 'tellGrant', grantId: event.grantId, news: { kind: 'refused', note: '基金刚刚结了，或者今年的申请已经满了。' }, atMs: event.atMs }];
    case 'grantWithdrawn':
      return [closeTask(event.grantId, event, '收回了'), { kind: 'tellGrant', grantId: event.grantId, news: { kind: 'withdrawn' }, atMs: event.atMs }];
    case 'grantSupported':
      return [audit(fund, event, `同意 ${event.grantId} ${yuan(event.amountFen)}`), ...(event.isEnough ? granted(fund, event) : [])];
    case 'grantRefused':
      return [audit(fund, event, `没批 ${event.grantId}`), closeTask(event.grantId, event, '没批'), { kind: 'tellGrant', grantId: event.grantId, news: { kind: 'refused', note: event.note }, atMs: event.atMs }];
    case 'grantReturned':
      return [];
    case 'closed':
      return [audit(fund, event, '年终结了'), ...(event.returnedFen === 0 ? [] : [{
        kind: 'moveMoney' as const, transferId: deriveId('t', 'fundReturn', fund._id), debitAccount: fundBudget(fund._id), creditAccount: communityPublic(fund.communityId), amountFen: event.returnedFen,
        cause: { kind: 'fundReturn', aggregateId: fund._id, text: '没用完的退回' }, communityId: fund.communityId, isPending: false, atMs: event.atMs,
      }])];
  }
};
