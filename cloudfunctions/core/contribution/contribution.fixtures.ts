import { pendingEventsOf } from '../aggregate/aggregate';
import { applyChange, mayChange, type OutcomeOf } from '../aggregate/change';
import type { Effect } from '../effect/effect';
import { unwrap, type Result } from '../kernel/result';
import { Books } from '../ledger/books.fixtures';
import { moneyDraft } from '../ledger/money-move';
import { newCash, newOrder, type CashDraft, type Contribution, type GiftDraft } from './contribution';
import type { ContributionEvent } from './contribution-event';
import { CONTRIBUTION_KIND } from './contribution-kind';
import type { Seen } from './see-order';

export const START_MS = Date.parse('2026-11-20T01:41:00Z');
export const STAGE_ENDS_MS = START_MS + 30 * 86_400_000;
export const TARGET = { lane: 'mutual', campaignId: 'k_1', stage: 1 } as const;
export const COLLECTOR = { kind: 'subMerchant', subMchId: '1900000109', entityName: '青枫社区居委会' } as const;

export const giftDraft = (change: Partial<GiftDraft> = {}): GiftDraft => ({ target: TARGET, targetTitle: '楼道灯', communityId: 'c', areaIds: ['d', 's', 'c'], amountFen: 1_000, isAnonymous: false, matchBudgetId: null, matchedFen: 0, ...change });

const stepAt = (operationId: string, actorId: string, nowMs: number) => ({ operationId, actorId, inputHash: 'h', nowMs });

export const ordered = (operationId = 'op1', change: Partial<GiftDraft> = {}, nowMs = START_MS): Contribution => unwrap(newOrder(giftDraft(change), COLLECTOR, { memberId: 'm_1', name: '林晓' }, STAGE_ENDS_MS, stepAt(operationId, 'm_1', nowMs)));

export const entered = (operationId = 'op1', change: Partial<CashDraft> = {}): Contribution =>
  unwrap(newCash({ ...giftDraft(), giverId: null, giverName: '赵阿姨', receiptNo: '0012', receiptFileId: 'cloud://x/uploads/r.jpg', entityName: '青枫社区居委会', ...change }, { memberId: 'm_staff', name: '何静' }, stepAt(operationId, 'm_staff', START_MS)));

export const paidSeen = (contribution: Contribution, change: Partial<Extract<Seen, { kind: 'paid' }>> = {}): Extract<Seen, { kind: 'paid' }> =>
  ({ kind: 'paid', outTradeNo: contribution._id, subMchId: contribution.subMchId ?? '', payerId: contribution.giverId ?? '', amountFen: contribution.amountFen, transactionId: '4200', paidAtMs: START_MS, ...change });

/** One contribution with the ledger its events write: as the program delivers them, in their order, each once or again. */
export class Purse {
  readonly effects: Effect[] = [];

  constructor(
    public standing: Contribution,
    readonly books: Books = new Books(),
    isKilled = false,
  ) {
    if (!isKilled) this.deliver();
  }

  /** Carries a decision out under its guard; what it caused is delivered unless `isKilled`. */
  act(decided: Result<OutcomeOf<ContributionEvent>>, isKilled = false): string {
    if (!decided.ok) return decided.refusal.code;
    if (decided.value.kind === 'replay') return 'replay';
    if (!mayChange(this.standing, decided.value.change)) return 'lost';
    this.standing = applyChange<ContributionEvent, Contribution>(this.standing, decided.value.change);
    if (!isKilled) this.deliver();
    return 'changed';
  }

  /** Delivers what waits; `keeps` as if killed before the outbox was cleared. */
  deliver(keeps = false): void {
    for (const event of pendingEventsOf<ContributionEvent>(this.standing)) for (const effect of CONTRIBUTION_KIND.effectsOf(this.standing, event)) this.carryOut(effect);
    if (!keeps) this.standing = { ...this.standing, outbox: {}, pendingEvents: 0 };
  }

  private carryOut(effect: Effect): void {
    this.effects.push(effect);
    if (effect.kind === 'moveMoney') this.books.move(moneyDraft(effect));
    if (effect.kind === 'endMoney') {
      if (!this.books.transfers.has(effect.transferId)) throw new Error(`${effect.transferId} never began`);
      this.books.resolve(effect.transferId, effect.outcome, effect.atMs);
    }
  }
}

/** Every book as text: posted, coming in, going out; those at nought left out. */
export const standingOf = (books: Books): Readonly<Record<string, string>> => {
  while (books.fold(START_MS)) continue;
  return Object.fromEntries(books.sharedBalances().filter(([, sum]) => sum.posted !== 0 || sum.pendingIn !== 0 || sum.pendingOut !== 0).map(([book, { posted, pendingIn, pendingOut }]) => [book.replace('CNY ', ''), `${posted} +${pendingIn} -${pendingOut}`]));
};
