import type { NoticeTarget } from '@contract';
import type { AggregateKind, Due, FollowUp } from '../aggregate/aggregate-kind';
import { byClock } from '../aggregate/versioned';
import type { Effect, EffectOf } from '../effect/effect';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { communityMatching, matchBudget } from '../ledger/account';
import { RULES } from '../rules';
import { askedByClock, forgotByClock } from './change-match';
import { isSettled, termsOf, type MatchBudget, type MatchEvent } from './match-budget';

const yuan = (fen: number): string => (fen / 100).toFixed(2);

const tellShop = (budget: MatchBudget, event: MatchEvent, title: string, body: string): Effect => {
  const target: NoticeTarget = { page: 'matchBudget', wishId: null, claimId: null, subjectId: budget._id };
  return { kind: 'notice', noticeId: deriveId('n', event.eventId), memberId: budget.merchantId, title, body, pictureKey: 'hand', target, todo: null, atMs: event.atMs };
};

const taskId = (budget: MatchBudget, about: string): string => deriveId('k', 'matchBudget', budget._id, about);
const askStaff = (budget: MatchBudget, event: MatchEvent, about: string, reasonText: string, actionText: string): Effect => ({
  kind: 'openTask', taskId: taskId(budget, about), taskKind: 'matchBudget', wishId: null, claimId: null, subjectId: budget._id, assignTo: null, areaIds: budget.areaIds, title: `“${budget.campaignTitle}”的配捐`, reasonText, actionText,
  dueAtMs: event.atMs, dueWorkingMs: RULES.match.lookWorkingHours * HOUR_MS, atMs: event.atMs,
});
const staffDone = (budget: MatchBudget, event: MatchEvent, about: string, note: string): Effect => ({ kind: 'closeTask', taskId: taskId(budget, about), atMs: event.atMs, note });

const move = (budget: MatchBudget, event: MatchEvent, about: string, accounts: Pick<EffectOf<'moveMoney'>, 'debitAccount' | 'creditAccount'>, amountFen: number, text: string): Effect =>
  ({ kind: 'moveMoney', transferId: deriveId('t', about, budget._id), ...accounts, amountFen, cause: { kind: 'matchBudget', aggregateId: budget._id, text }, communityId: budget.communityId, isPending: false, atMs: event.atMs });

/** The campaign matches by these terms from now on, or no longer. */
const tellCampaign = (budget: MatchBudget, event: MatchEvent, isOpen: boolean): Effect => ({ kind: 'tellMatchTerms', campaignId: budget.campaignId, matchBudgetId: budget._id, terms: isOpen ? termsOf(budget) : null, atMs: event.atMs });

const effectsOf = (budget: MatchBudget, event: MatchEvent): readonly Effect[] => {
  const { campaignTitle, communityId, merchantName, budgetFen, note } = budget;
  switch (event.kind) {
    case 'offered':
      return [askStaff(budget, event, 'look', `${merchantName}想配 ${yuan(budgetFen)} 元，等核款`, '对收款单位的收据')];
    case 'withdrawn':
      return [staffDone(budget, event, 'look', '商户撤回了')];
    case 'refused':
      return [staffDone(budget, event, 'look', '没有通过'), tellShop(budget, event, `“${campaignTitle}”的配捐没有通过`, note)];
    case 'opened':
      return [
        move(budget, event, 'matchIn', { debitAccount: communityMatching(communityId), creditAccount: matchBudget(budget._id) }, budgetFen, `${merchantName}的配捐`),
        tellCampaign(budget, event, true),
        staffDone(budget, event, 'look', '款到了，开始配'),
        tellShop(budget, event, `“${campaignTitle}”开始配捐了`, `${yuan(budgetFen)} 元收到了，邻居每给一笔都会看到${merchantName}在配。`),
      ];
    case 'usedUp':
      return [tellCampaign(budget, event, false), tellShop(budget, event, `给“${campaignTitle}”的配捐用完了`, `${yuan(budgetFen)} 元一分不差，谢谢您。`)];
    case 'ending':
      return [tellCampaign(budget, event, false), tellShop(budget, event, `给“${campaignTitle}”的配捐停了`, '在路上的付完就结，剩下的由收款单位退给您。')];
    case 'toGiveBack':
      return [askStaff(budget, event, `back${String(budget.returns)}`, `${merchantName}还剩 ${yuan(budget.leftFen)} 元没配完`, '退给商户，记下凭证号')];
    case 'returning':
      return [staffDone(budget, event, `back${String(budget.returns)}`, '退了，等商户确认'), tellShop(budget, event, `${yuan(event.fen)} 元退给您了`, '看看账上到了没有，到了就点“收到了”。')];
    case 'returned':
      return [move(budget, event, `matchOut${String(event.n)}`, { debitAccount: matchBudget(budget._id), creditAccount: communityMatching(communityId) }, event.fen, `退给${merchantName}`)];
    case 'settled':
      return [tellShop(budget, event, `给“${campaignTitle}”的配捐结清了`, `一共配了 ${yuan(budget.spentFen)} 元，退回 ${yuan(budget.returnedFen)} 元。`)];
    case 'asked':
      return event.holds.map((hold) => ({ kind: 'askMatch' as const, matchBudgetId: budget._id, ...hold, atMs: event.atMs }));
    case 'forgot':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const clocksOf = (budget: MatchBudget, nowMs: number): readonly Due<MatchEvent>[] => {
  const unasked = Object.values(budget.holds).filter(({ isAsked }) => !isAsked).map(({ atMs }) => atMs + RULES.match.askAfterMs);
  const remembered = Object.values(budget.givenBack).map((atMs) => atMs + RULES.match.givenBackMs);
  return [
    ...(unasked.length === 0 ? [] : [{ atMs: Math.min(...unasked), change: askedByClock(budget, nowMs) }]),
    ...(remembered.length === 0 ? [] : [{ atMs: Math.min(...remembered), change: forgotByClock(budget, nowMs) }]),
  ];
};

/** Once all has come or gone: used up, settled, or something to give back. */
const followUpOf = (budget: MatchBudget, nowMs: number): FollowUp<MatchEvent> | null => {
  const { _id, state, leftFen, returns, spentFen } = budget;
  if (state === 'open' && leftFen === 0 && budget.holdCount === 0) return { set: { state: 'ending' }, event: { kind: 'usedUp', ...byClock(_id, 'usedUp', '', nowMs) } };
  if (state === 'ended' && leftFen > 0) return { set: { state: 'ending', endedAtMs: null, askedBackFen: leftFen }, event: { kind: 'toGiveBack', ...byClock(_id, 'toGiveBack', `${String(returns)}_${String(spentFen)}`, nowMs) } };
  if (state !== 'ending' || !isSettled(budget)) return null;
  if (leftFen === 0) return { set: { state: 'ended', endedAtMs: nowMs }, event: { kind: 'settled', ...byClock(_id, 'settled', String(returns), nowMs) } };
  return budget.askedBackFen === leftFen ? null : { set: { askedBackFen: leftFen }, event: { kind: 'toGiveBack', ...byClock(_id, 'toGiveBack', `${String(returns)}_${String(spentFen)}`, nowMs) } };
};

export const MATCH_BUDGET_KIND: AggregateKind<MatchBudget, MatchEvent> = { collection: 'matchBudgets', effectsOf, clocksOf, followUpOf };
