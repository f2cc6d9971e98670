import type { NoticeTarget, RefundReason } from '@contract';
import type { Effect, EffectOf } from '../effect/effect';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { communityReceived, communityRefunded } from '../ledger/account';
import { matchEffectsOf } from '../match-budget/match-effects';
import { RULES } from '../rules';
import { REACHED_GIVING } from '../share/reach';
import { giveTransferId, lateTransferId, refundTransferId, type Contribution } from './contribution';
import type { ContributionEvent } from './contribution-event';
import { escrowOf, returnsOf } from './gift-target';

const yuan = (fen: number): string => (fen / 100).toFixed(2);

const PAGE = { page: 'contribution', wishId: null, claimId: null } as const satisfies NoticeTarget;

/** Nothing is told to whoever gave cash without an account. */
const tell = ({ _id, giverId }: Contribution, event: ContributionEvent, title: string, body: string): readonly Effect[] =>
  giverId === null ? [] : [{ kind: 'notice', noticeId: deriveId('n', event.eventId), memberId: giverId, title, body, pictureKey: 'hand', target: { ...PAGE, subjectId: _id }, todo: null, atMs: event.atMs }];

type MoneyTask = 'cashToConfirm' | 'cashToReturn' | 'refundStuck' | 'moneyMismatch';
const taskId = (contribution: Contribution, kind: MoneyTask): string => deriveId('k', kind, contribution._id);

const askStaff = (contribution: Contribution, event: ContributionEvent, taskKind: MoneyTask, title: string, reasonText: string, actionText: string, workingHours: number): EffectOf<'openTask'> => ({
  kind: 'openTask', taskId: taskId(contribution, taskKind), taskKind, wishId: null, claimId: null, subjectId: contribution._id, assignTo: null, areaIds: contribution.areaIds, title, reasonText, actionText,
  dueAtMs: event.atMs, dueWorkingMs: workingHours * HOUR_MS, atMs: event.atMs,
});
const staffDone = (contribution: Contribution, event: ContributionEvent, kind: MoneyTask, note: string): Effect => ({ kind: 'closeTask', taskId: taskId(contribution, kind), atMs: event.atMs, note });

const move = (contribution: Contribution, event: ContributionEvent, transferId: string, accounts: Pick<EffectOf<'moveMoney'>, 'debitAccount' | 'creditAccount'>, amountFen: number, isPending: boolean, text: string): Effect =>
  ({ kind: 'moveMoney', transferId, ...accounts, amountFen, cause: { kind: contribution.kind === 'cash' ? 'cash' : 'contribution', aggregateId: contribution._id, text }, communityId: contribution.communityId, isPending, atMs: event.atMs });

const comesIn = (contribution: Contribution, event: ContributionEvent): Effect =>
  move(contribution, event, giveTransferId(contribution._id), { debitAccount: communityReceived(contribution.communityId), creditAccount: escrowOf(contribution.target) }, contribution.amountFen, true, `给“${contribution.targetTitle}”`);

/** Its cause names why, so that a public ledger tells a whole stage given back from a single refund. */
const goesBack = (contribution: Contribution, event: ContributionEvent, from: string): Effect => ({
  kind: 'moveMoney', transferId: refundTransferId(contribution._id), debitAccount: from, creditAccount: communityRefunded(contribution.communityId), amountFen: contribution.refund?.amountFen ?? contribution.amountFen,
  cause: { kind: contribution.refund?.reason ?? 'cancelled', aggregateId: contribution._id, text: `退回“${contribution.targetTitle}”` }, communityId: contribution.communityId, isPending: true, atMs: event.atMs,
});

const end = (transferId: string, outcome: 'posted' | 'voided', event: ContributionEvent): Effect => ({ kind: 'endMoney', transferId, outcome, atMs: event.atMs });

const notePayAccount = ({ subMchId, entityName, communityId, areaIds }: Contribution, atMs: number): readonly Effect[] => (subMchId === null ? [] : [{ kind: 'notePayAccount', subMchId, entityName, communityId, areaIds, atMs }]);

const noteGiver = ({ _id, targetKey, giverId, communityId }: Contribution, event: ContributionEvent): Effect =>
  ({ kind: 'noteGiver', giverKey: `${targetKey}_${giverId ?? _id}`, targetKey, contributionId: _id, communityId, atMs: event.atMs });

/** A directed gift keeps a part of what was promised for each contribution, until it hears what became of it. */
const tellTarget = ({ _id, target, amountFen }: Contribution, event: ContributionEvent, news: 'came' | 'gone'): readonly Effect[] => (target.lane === 'directed' ? [{ kind: 'tellPayment', directedId: target.directedId, contributionId: _id, amountFen, news, atMs: event.atMs }] : []);

/** Only of mutual aid: a directed gift has its one giver, who came by no card. */
const reach = ({ giverId, target }: Contribution, far: keyof typeof REACHED_GIVING): readonly Effect[] => (giverId === null || target.lane !== 'mutual' ? [] : [{ kind: 'noteReach', personId: giverId, itemId: target.campaignId, reached: REACHED_GIVING[far] }]);

const counts = (contribution: Contribution, event: ContributionEvent): readonly Effect[] => [noteGiver(contribution, event), end(giveTransferId(contribution._id), 'posted', event), ...tellTarget(contribution, event, 'came'), ...reach(contribution, 'received')];

const comesToNothing = (contribution: Contribution, event: ContributionEvent): readonly Effect[] => [end(giveTransferId(contribution._id), 'voided', event), ...matchEffectsOf(contribution, 'closed', event.atMs), ...tellTarget(contribution, event, 'gone')];

/** Money that came and is not to stay: noted as it came, apart from the escrow, and on its way back at once. */
const cameBack = (contribution: Contribution, event: Extract<ContributionEvent, { kind: 'cameBack' }>): readonly Effect[] => {
  const { _id, target, communityId, targetTitle } = contribution;
  const amountFen = contribution.refund?.amountFen ?? 0;
  return [
    ...(event.wasOpen ? comesToNothing(contribution, event) : []),
    move(contribution, event, lateTransferId(_id), { debitAccount: communityReceived(communityId), creditAccount: returnsOf(target) }, amountFen, false, `来晚了的“${targetTitle}”`),
    goesBack(contribution, event, returnsOf(target)),
    ...(event.reason === 'late' ? tell(contribution, event, '这笔钱来晚了，会退给您', `“${targetTitle}”已经不收了，${yuan(amountFen)} 元按原路退回。`) : [
      ...tell(contribution, event, '这笔钱对不上，会退给您', `“${targetTitle}”收到的和您下的单不一样，${yuan(amountFen)} 元按原路退回。`),
      askStaff(contribution, event, 'moneyMismatch', `“${targetTitle}”收到一笔对不上的钱`, `该收 ${yuan(contribution.amountFen)} 元，微信说收了 ${yuan(amountFen)} 元`, '看一眼微信账单', RULES.contribution.stuckWorkingHours),
    ]),
  ];
};

const WHY: Readonly<Record<RefundReason, string>> = { missed: '没有凑够要的数', cancelled: '这件事不办了', late: '来晚了', mismatch: '和下的单不一样' };

const refundBegun = (contribution: Contribution, event: Extract<ContributionEvent, { kind: 'refundBegun' | 'returnBegun' }>): readonly Effect[] => {
  const { target, targetTitle, amountFen, giverName } = contribution;
  const way = contribution.kind === 'cash' ? '社区会把现金退给您' : '按原路退回，一般当天到';
  return [
    goesBack(contribution, event, escrowOf(target)),
    ...tell(contribution, event, `“${targetTitle}”的钱会退给您`, `${WHY[event.reason]}，${yuan(amountFen)} 元${way}。`),
    ...(event.kind === 'returnBegun' ? [askStaff(contribution, event, 'cashToReturn', `把 ${yuan(amountFen)} 元现金退给${giverName}`, `“${targetTitle}”${WHY[event.reason]}`, '当面退，记下来', RULES.contribution.cashWorkingHours)] : []),
  ];
};

const cashEffects = (contribution: Contribution, event: Extract<ContributionEvent, { kind: 'entered' | 'cashConfirmed' | 'cashRefused' }>): readonly Effect[] => {
  const { targetTitle, amountFen, giverName, receiptNo, enteredByName } = contribution;
  switch (event.kind) {
    case 'entered':
      return [comesIn(contribution, event), askStaff(contribution, event, 'cashToConfirm', `核对 ${yuan(amountFen)} 元现金`, `${enteredByName}记的：${giverName}给“${targetTitle}”，收据 ${receiptNo ?? ''}`, '点钱、对收据', RULES.contribution.cashWorkingHours)];
    case 'cashConfirmed':
      return [...counts(contribution, event), staffDone(contribution, event, 'cashToConfirm', '对上了'), ...tell(contribution, event, `收到您给“${targetTitle}”的 ${yuan(amountFen)} 元`, `现金，收据 ${receiptNo ?? ''}，两位同事点过。`)];
    case 'cashRefused':
      return [...comesToNothing(contribution, event), staffDone(contribution, event, 'cashToConfirm', event.note)];
  }
};

/** Everything an event of a contribution brings about, in the order to carry it out. */
export const contributionEffects = (contribution: Contribution, event: ContributionEvent): readonly Effect[] => {
  const { targetTitle, amountFen, refund, _id } = contribution;
  switch (event.kind) {
    case 'ordered':
      return [comesIn(contribution, event), ...matchEffectsOf(contribution, 'ordered', event.atMs), ...notePayAccount(contribution, event.atMs), ...reach(contribution, 'promised')];
    case 'paid':
      return [...counts(contribution, event), ...matchEffectsOf(contribution, 'paid', event.atMs), ...tell(contribution, event, `收到您给“${targetTitle}”的 ${yuan(amountFen)} 元`, `收据 ${contribution.receiptNo ?? ''}，收款的是${contribution.entityName}。`)];
    case 'closed':
      return comesToNothing(contribution, event);
    case 'cameBack':
      return cameBack(contribution, event);
    case 'refundBegun':
    case 'returnBegun':
      return refundBegun(contribution, event);
    case 'refundStuck':
      return [askStaff(contribution, event, 'refundStuck', `${yuan(refund?.amountFen ?? amountFen)} 元退不回去`, `“${targetTitle}”，微信说：${refund?.words ?? ''}`, '看收款户里够不够', RULES.contribution.stuckWorkingHours)];
    case 'refunded':
      return [end(refundTransferId(_id), 'posted', event), ...matchEffectsOf(contribution, 'refunded', event.atMs), staffDone(contribution, event, 'refundStuck', '退回去了'), ...tell(contribution, event, `${yuan(refund?.amountFen ?? amountFen)} 元退给您了`, `“${targetTitle}”的钱按原路退回，到您的微信里看。`)];
    case 'returned':
      return [end(refundTransferId(_id), 'posted', event), staffDone(contribution, event, 'cashToReturn', '退好了，两位同事看过'), ...tell(contribution, event, `${yuan(amountFen)} 元现金退给您了`, `“${targetTitle}”的钱，${refund?.returnedByName ?? ''}退的。`)];
    case 'entered':
    case 'cashConfirmed':
    case 'cashRefused':
      return cashEffects(contribution, event);
    case 'looked':
    case 'ended':
    case 'refundAsked':
    case 'refundRefused':
    case 'returnRecorded':
      return [];
  }
};
