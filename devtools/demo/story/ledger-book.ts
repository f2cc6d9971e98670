import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import { communityIssuance, memberPoints } from '../../../cloudfunctions/core/ledger/account';
import type { Account } from '../../../cloudfunctions/core/ledger/balance';
import { decideResolution, decideTransfer, type PendingTransfer, type TransferPlan } from '../../../cloudfunctions/core/ledger/decide-transfer';
import { postingsOf, type Posting } from '../../../cloudfunctions/core/ledger/posting';
import { resolutionIdOf, type Outcome, type Transfer } from '../../../cloudfunctions/core/ledger/transfer';

export interface Earning {
  readonly transferId: string;
  readonly memberId: string;
  readonly communityId: string;
  readonly points: number;
  readonly cause: Transfer['cause'];
  readonly atMs: number;
  readonly dueAtMs: number;
}

/**
 * The ledger of the demo, in memory. Movements are collected first and carried out in the order of their days at the end,
 * since an account's months are only right when what came first is written first.
 */
export class LedgerBook {
  readonly transfers = new Map<string, Transfer>();
  readonly accounts = new Map<string, Account>();
  readonly pending = new Map<string, PendingTransfer>();
  /** Folded by the first run of `jobs`, like everybody's. */
  readonly postings = new Map<string, Posting>();
  private readonly earnings = new Map<string, Earning>();
  private readonly voids = new Map<string, number>();

  earn(earning: Earning): void {
    if (!this.earnings.has(earning.transferId)) this.earnings.set(earning.transferId, earning);
  }

  void(transferId: string, atMs: number): void {
    if (!this.voids.has(transferId)) this.voids.set(transferId, atMs);
  }

  /** Earned anew after it was taken back. */
  reinstate(voidedTransferId: string, earning: Earning): void {
    if (this.voids.has(voidedTransferId)) this.earn(earning);
  }

  /** Carries out everything up to `nowMs`, by the same decisions as the program. */
  close(nowMs: number): void {
    const moves = [...this.earnings.values()].flatMap((earning) => {
      const end = this.endOf(earning, nowMs);
      const start = { atMs: earning.atMs, run: () => this.begin(earning) };
      return end === null ? [start] : [start, { atMs: end.atMs, run: () => this.end(earning, end.outcome, end.atMs) }];
    });
    for (const move of moves.sort((a, b) => a.atMs - b.atMs)) move.run();
  }

  private endOf({ transferId, dueAtMs }: Earning, nowMs: number): { readonly outcome: Outcome; readonly atMs: number } | null {
    const voidedAtMs = this.voids.get(transferId);
    if (voidedAtMs !== undefined && voidedAtMs < dueAtMs) return { outcome: 'voided', atMs: voidedAtMs };
    return dueAtMs <= nowMs ? { outcome: 'posted', atMs: dueAtMs } : null;
  }

  private begin({ transferId, memberId, communityId, points, cause, atMs, dueAtMs }: Earning): void {
    const creditAccount = memberPoints(memberId);
    const plan = unwrap(decideTransfer(this.accounts.get(creditAccount) ?? null, {
      transferId, asset: 'points', debitAccount: communityIssuance(communityId), creditAccount, amount: points, cause, communityId, nowMs: atMs, waits: { untilMs: dueAtMs, then: 'posted' },
    }));
    this.write(plan);
    if (plan.clock !== null) this.pending.set(plan.clock._id, plan.clock);
  }

  private end(earning: Earning, outcome: Outcome, atMs: number): void {
    const pending = this.transfers.get(earning.transferId);
    const account = this.accounts.get(memberPoints(earning.memberId));
    if (!pending || !account || this.transfers.has(resolutionIdOf(earning.transferId))) throw new Error(`the demo ends ${earning.transferId} twice`);
    this.write(decideResolution(account, pending, outcome, atMs));
    this.pending.delete(earning.transferId);
  }

  private write({ transfer, account }: TransferPlan): void {
    this.transfers.set(transfer._id, transfer);
    if (account !== null) this.accounts.set(account._id, account);
    for (const posting of postingsOf(transfer)) this.postings.set(posting._id, posting);
  }
}
