import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { EffectOf } from '../../../cloudfunctions/core/effect/effect';
import { chinaMonth } from '../../../cloudfunctions/core/ledger/balance';
import { decideGrant, earningMonthIdOf, type EarningMonth } from '../../../cloudfunctions/core/points/decide-earning';
import { earnedText } from '../../../cloudfunctions/core/points/earned-text';
import { firstRules } from '../../../cloudfunctions/core/points/earning-rules';
import { communityIssuance, memberPoints } from '../../../cloudfunctions/core/ledger/account';
import type { Account } from '../../../cloudfunctions/core/ledger/balance';
import { decideResolution, decideTransfer, type Draft, type PendingTransfer, type TransferPlan } from '../../../cloudfunctions/core/ledger/decide-transfer';
import { moneyDraft } from '../../../cloudfunctions/core/ledger/money-move';
import type { PointHold } from '../../../cloudfunctions/core/points/hold';
import { RULES } from '../../../cloudfunctions/core/rules';
import { postingsOf, type Posting } from '../../../cloudfunctions/core/ledger/posting';
import { resolutionIdOf, type Outcome, type Transfer } from '../../../cloudfunctions/core/ledger/transfer';

/** As the program's effect says it. */
export type DemoEarning = Omit<EffectOf<'earnPoints'>, 'kind'>;

/**
 * The ledger of the demo, in memory. Movements are collected first and carried out in the order of their days at the end,
 * since an account's months are only right when what came first is written first.
 */
export class LedgerBook {
  readonly transfers = new Map<string, Transfer>();
  readonly accounts = new Map<string, Account>();
  readonly pending = new Map<string, PendingTransfer>();
  readonly months = new Map<string, EarningMonth>();
  /** Folded by the first run of `jobs`, like everybody's. */
  readonly postings = new Map<string, Posting>();
  private readonly earnings = new Map<string, DemoEarning>();
  readonly holds = new Map<string, PointHold>();
  private readonly plans: { readonly atMs: number; readonly run: () => void }[] = [];
  private readonly voids = new Map<string, number>();

  carryOut(effect: EffectOf<'earnPoints' | 'reinstatePoints' | 'voidPoints' | 'holdPoints' | 'moveMoney' | 'endMoney'>): void {
    switch (effect.kind) {
      case 'moveMoney':
        return this.later(effect.atMs, () => this.begun(moneyDraft(effect)));
      case 'endMoney':
        return this.later(effect.atMs, () => this.ended(effect));
      case 'earnPoints':
        return this.earn(effect);
      case 'reinstatePoints':
        return this.reinstate(effect.voidedTransferId, effect.earning);
      case 'voidPoints':
        return this.void(effect.transferId, effect.atMs);
      case 'holdPoints':
        return this.hold(effect.hold);
    }
  }

  earn(earning: DemoEarning): void {
    if (!this.earnings.has(earning.transferId)) this.earnings.set(earning.transferId, earning);
  }

  /** A movement of another asset, or its undoing, when its turn comes; null: nothing is to be moved. */
  later(atMs: number, planOf: (book: Pick<LedgerBook, 'transfers' | 'accounts'>) => TransferPlan | null): void {
    this.plans.push({ atMs, run: () => { const plan = planOf(this); if (plan !== null) this.write(plan); } });
  }

  private begun(draft: Draft): TransferPlan | null {
    if (this.transfers.has(draft.transferId)) return null;
    const plan = unwrap(decideTransfer(null, draft));
    if (plan.clock !== null) this.pending.set(plan.clock._id, plan.clock);
    return plan;
  }

  private ended({ transferId, outcome, atMs }: EffectOf<'endMoney'>): TransferPlan | null {
    const pending = this.transfers.get(transferId);
    if (pending === undefined) throw new Error(`the demo ends ${transferId} before it began`);
    return this.pending.delete(transferId) ? decideResolution(null, pending, outcome, atMs) : null;
  }

  /** Once the books are closed. */
  private hold(hold: PointHold): void {
    this.holds.set(hold._id, hold);
    this.holdWaiting(hold);
  }

  private void(transferId: string, atMs: number): void {
    if (!this.voids.has(transferId)) this.voids.set(transferId, atMs);
  }

  /** Earned anew after it was taken back. */
  private reinstate(voidedTransferId: string, earning: DemoEarning): void {
    if (this.voids.has(voidedTransferId)) this.earn(earning);
  }

  /** Carries out everything up to `nowMs`, by the same decisions as the program. */
  close(nowMs: number): void {
    const moves = [...this.earnings.values()].flatMap((earning) => {
      const end = this.endOf(earning, nowMs);
      const start = { atMs: earning.atMs, run: () => this.begin(earning) };
      return end === null ? [start] : [start, { atMs: end.atMs, run: () => this.end(earning, end.outcome, end.atMs) }];
    });
    for (const move of [...moves, ...this.plans].sort((a, b) => a.atMs - b.atMs)) move.run();
  }

  private holdWaiting({ _id: memberId, freezeId, withIds, untilMs }: PointHold): void {
    const grants = [...this.months.values()].filter((month) => month.memberId === memberId).flatMap((month) => Object.entries(month.grants));
    for (const [transferId, { withId }] of grants) {
      const pending = this.pending.get(transferId);
      if (pending !== undefined && withIds.includes(withId ?? '')) this.pending.set(transferId, { ...pending, heldById: freezeId, wakeAtMs: Math.max(pending.dueAtMs, untilMs + RULES.favours.heldSlackMs) });
    }
  }

  private endOf({ transferId, dueAtMs }: DemoEarning, nowMs: number): { readonly outcome: Outcome; readonly atMs: number } | null {
    const voidedAtMs = this.voids.get(transferId);
    if (voidedAtMs !== undefined && voidedAtMs < dueAtMs) return { outcome: 'voided', atMs: voidedAtMs };
    return dueAtMs <= nowMs ? { outcome: 'posted', atMs: dueAtMs } : null;
  }

  /** What the community's rules give; 0 when a cap is reached. */
  private grant({ transferId, memberId, communityId, earningKind, quantity, withId, causeText, atMs }: DemoEarning): number {
    const _id = earningMonthIdOf(communityId, memberId, atMs);
    const month = this.months.get(_id) ?? { _id, communityId, month: chinaMonth(atMs), memberId, grants: {}, revision: 0 };
    const grant = decideGrant(Object.values(month.grants), { kind: earningKind, quantity, withId, text: causeText, atMs }, firstRules());
    this.months.set(_id, { ...month, grants: { ...month.grants, [transferId]: grant }, revision: month.revision + 1 });
    return grant.points;
  }

  /** What such an earning brings while no cap is reached: the books are closed only at the end. */
  usualWords({ earningKind, quantity, withId, causeText, atMs, dueAtMs }: DemoEarning): string {
    return earnedText(decideGrant([], { kind: earningKind, quantity, withId, text: causeText, atMs }, firstRules()), dueAtMs);
  }

  private begin(earning: DemoEarning): void {
    const { transferId, memberId, communityId, earningKind, aggregateId, causeText, atMs, dueAtMs } = earning;
    const amount = this.grant(earning);
    if (amount === 0) return;
    const creditAccount = memberPoints(memberId);
    const plan = unwrap(decideTransfer(this.accounts.get(creditAccount) ?? null, {
      transferId, asset: 'points', debitAccount: communityIssuance(communityId), creditAccount, amount, cause: { kind: earningKind, aggregateId, text: causeText }, communityId, nowMs: atMs, waits: { untilMs: dueAtMs, then: 'posted' },
    }));
    this.write(plan);
    if (plan.clock !== null) this.pending.set(plan.clock._id, plan.clock);
  }

  private end(earning: DemoEarning, outcome: Outcome, atMs: number): void {
    const pending = this.transfers.get(earning.transferId);
    if (pending === undefined) return;
    if (this.transfers.has(resolutionIdOf(earning.transferId))) throw new Error(`the demo ends ${earning.transferId} twice`);
    this.write(decideResolution(this.accounts.get(memberPoints(earning.memberId)) ?? null, pending, outcome, atMs));
    this.pending.delete(earning.transferId);
    if (outcome === 'voided') this.takeBack(earning);
  }

  private takeBack({ transferId, memberId, communityId, atMs }: DemoEarning): void {
    const month = this.months.get(earningMonthIdOf(communityId, memberId, atMs));
    const grant = month?.grants[transferId];
    if (month && grant) this.months.set(month._id, { ...month, grants: { ...month.grants, [transferId]: { ...grant, points: 0, reason: 'takenBack' } } });
  }

  private write({ transfer, account }: TransferPlan): void {
    this.transfers.set(transfer._id, transfer);
    if (account !== null) this.accounts.set(account._id, account);
    for (const posting of postingsOf(transfer)) this.postings.set(posting._id, posting);
  }
}
