import { APPROVER_ROLE_LABEL, type NoticeTarget } from '@contract';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { communityPaidOut } from '../ledger/account';
import { RULES } from '../rules';
import { spendingOf, type Spending, type SpendingPart } from './spending';
import type { SpendingEvent } from './spending-event';
import { spendingRowOf, type HostFacts } from './spending-row';

/** The movement that a spending is in the books: waiting once approved, posted when paid. */
export const spendTransferId = (spendingId: string): string => deriveId('t', 'spend', spendingId);

const yuan = (amountFen: number): string => `${(amountFen / 100).toFixed(2)} 元`;

const pageOf = (spendingId: string): NoticeTarget => ({ page: 'spending', wishId: null, claimId: null, subjectId: spendingId });
const lookTaskId = (spendingId: string): string => deriveId('k', 'spendingReview', spendingId);
const payTaskId = (spendingId: string): string => deriveId('k', 'payout', spendingId);
const agentNoticeId = (spendingId: string, agentId: string): string => deriveId('n', 'spendingAgent', spendingId, agentId);

type At = Pick<SpendingEvent, 'atMs'>;

const askAgent = ({ id, useLabel, amountFen }: Spending, facts: HostFacts, { atMs }: At): readonly Effect[] =>
  facts.accountingAgentId === null ? [] : [{
    kind: 'notice', noticeId: agentNoticeId(id, facts.accountingAgentId), memberId: facts.accountingAgentId, title: `有一笔用款等您看：${useLabel} ${yuan(amountFen)}`, body: `${facts.title}。看看收据对不对、该不该花，再点同意。`,
    pictureKey: 'hand', target: pageOf(id), todo: { actionText: '打开看看', dueAtMs: dueInWorkingHours(atMs, RULES.spending.lookWorkingHours).dueAtMs }, atMs,
  }];

const agentDone = (spendingId: string, agentId: string | null, { atMs }: At): readonly Effect[] => (agentId === null ? [] : [{ kind: 'finishNotice', noticeId: agentNoticeId(spendingId, agentId), memberId: agentId, atMs }]);

const task = (kind: 'spendingReview' | 'payout', spending: Spending, facts: HostFacts, { atMs }: At): Effect => ({
  kind: 'openTask', taskId: kind === 'payout' ? payTaskId(spending.id) : lookTaskId(spending.id), taskKind: kind, wishId: null, claimId: null, subjectId: spending.id, assignTo: null, areaIds: facts.areaIds,
  title: `${spending.useLabel} ${yuan(spending.amountFen)}`, reasonText: kind === 'payout' ? `${facts.title}：两位都同意了，等付款` : `${facts.title}：有人提了一笔用款，要两位来看`,
  actionText: kind === 'payout' ? '付了记一笔' : '看收据', ...dueInWorkingHours(atMs, kind === 'payout' ? RULES.spending.payWorkingHours : RULES.spending.lookWorkingHours), atMs,
});

const tell = (spending: Spending, event: SpendingEvent, memberId: string, title: string, body: string): readonly Effect[] =>
  memberId === event.byId ? [] : [{ kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: 'hand', target: pageOf(spending.id), todo: null, atMs: event.atMs }];

const audit = (facts: HostFacts, event: SpendingEvent, note: string): Effect => ({
  kind: 'audit', line: { auditId: deriveId('a', event.eventId), kind: 'spendingActed', byId: event.byId, subjectId: event.spendingId, areaIds: facts.areaIds, note, atMs: event.atMs },
});

const approved = (spending: Spending, facts: HostFacts, event: Extract<SpendingEvent, { kind: 'spendingApproved' }>): readonly Effect[] => {
  const said = [audit(facts, event, `同意，${APPROVER_ROLE_LABEL[event.role]}`), ...(event.role === 'accountingAgent' ? agentDone(spending.id, event.byId, event) : [])];
  if (!event.isEnough) return said;
  return [
    ...said,
    {
      kind: 'moveMoney', transferId: spendTransferId(spending.id), debitAccount: facts.fundsAccount, creditAccount: communityPaidOut(facts.communityId), amountFen: spending.amountFen,
      cause: { kind: 'spending', aggregateId: spending.id, text: spending.useLabel }, communityId: facts.communityId, isPending: true, atMs: event.atMs,
    },
    { kind: 'closeTask', taskId: lookTaskId(spending.id), atMs: event.atMs, note: '两位都同意了' },
    ...agentDone(spending.id, facts.accountingAgentId, event),
    task('payout', spending, facts, event),
    ...tell(spending, event, spending.filedById, `同意了：${spending.useLabel} ${yuan(spending.amountFen)}`, '接下来由社区付款，付了会告诉您。'),
  ];
};

const ended = (spending: Spending, facts: HostFacts, event: Extract<SpendingEvent, { kind: 'spendingRefused' | 'spendingWithdrawn' }>): readonly Effect[] => [
  audit(facts, event, event.kind === 'spendingRefused' ? '没同意' : '收回'),
  { kind: 'closeTask', taskId: lookTaskId(spending.id), atMs: event.atMs, note: '不付了' },
  ...(event.wasApproved ? [{ kind: 'endMoney' as const, transferId: spendTransferId(spending.id), outcome: 'voided' as const, atMs: event.atMs }, { kind: 'closeTask' as const, taskId: payTaskId(spending.id), atMs: event.atMs, note: '不付了' }] : []),
  ...agentDone(spending.id, facts.accountingAgentId, event),
  ...(event.kind === 'spendingRefused' ? tell(spending, event, spending.filedById, `这笔没同意：${spending.useLabel}`, `${spending.note} 钱已经放回去，改好了可以再提。`) : []),
];

const paid = (spending: Spending, facts: HostFacts, event: SpendingEvent): readonly Effect[] => [
  audit(facts, event, '付款'),
  { kind: 'endMoney', transferId: spendTransferId(spending.id), outcome: 'posted', atMs: event.atMs },
  { kind: 'closeTask', taskId: payTaskId(spending.id), atMs: event.atMs, note: '付出去了' },
  ...tell(spending, event, spending.filedById, `付出去了：${spending.useLabel} ${yuan(spending.amountFen)}`, `${facts.title}的账上已经记下，收据和凭证大家都能看。`),
  ...(spending.payee.memberId !== null && spending.payee.memberId !== spending.filedById ? tell(spending, event, spending.payee.memberId, `有一笔付给您了：${yuan(spending.amountFen)}`, `${facts.title}付的${spending.useLabel}，没收到请打社区电话。`) : []),
];

const resultOf = (spending: Spending, facts: HostFacts, event: SpendingEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'spendingAsked':
      return [task('spendingReview', spending, facts, event), ...askAgent(spending, facts, event)];
    case 'spendingApproved':
      return approved(spending, facts, event);
    case 'spendingRefused':
    case 'spendingWithdrawn':
      return ended(spending, facts, event);
    case 'spendingPaid':
      return paid(spending, facts, event);
  }
};

/** Pure: what an event about one of a host's spendings brings about; a host's own effects hand these on. */
export const spendingEffectsOf = (facts: HostFacts, host: SpendingPart & { readonly revision: number }, event: SpendingEvent): readonly Effect[] => {
  const spending = spendingOf(host, event.spendingId);
  return spending === null ? [] : [{ kind: 'noteSpending', row: spendingRowOf(facts, spending, host.revision) }, ...resultOf(spending, facts, event)];
};

/** Pure: another accounting agent looks from now on: at what is open, whose lists follow. `facts` name the new one. */
export const agentChangedEffectsOf = (facts: HostFacts, host: SpendingPart & { readonly revision: number }, formerId: string | null, at: At): readonly Effect[] =>
  Object.values(host.spendings).filter(({ state }) => state === 'asked' || state === 'approved').flatMap((spending) => [
    { kind: 'noteSpending', row: spendingRowOf(facts, spending, host.revision) },
    ...(spending.state === 'asked' && formerId !== facts.accountingAgentId ? [...agentDone(spending.id, formerId, at), ...askAgent(spending, facts, at)] : []),
  ]);
