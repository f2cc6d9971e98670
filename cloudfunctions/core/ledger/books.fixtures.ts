import { communityExpired } from './account';
import type { Account, Balance } from './balance';
import { decideLotEnd, decideResolution, decideReversal, decideTransfer, ownAccountOf, type Draft, type NoReversal, type PendingTransfer, type TransferPlan } from './decide-transfer';
import { postingsOf, type Posting } from './posting';
import { emptySharedAccount, FOLD_MAX, foldIn, type SharedAccount } from './shared-account';
import { resolutionIdOf, reversalIdOf, type Outcome, type Transfer } from './transfer';
import { endedLots } from './validity';

/** The database's part, honestly small: one insert an id; transfer, account, clock and postings change together or not at all. */
export class Books {
  readonly transfers = new Map<string, Transfer>();
  readonly accounts = new Map<string, Account>();
  readonly waiting = new Map<string, PendingTransfer>();
  readonly postings = new Map<string, Posting>();
  readonly shared = new Map<string, SharedAccount>();

  move(draft: Draft): 'written' | 'known' | 'refused' {
    if (this.transfers.has(draft.transferId)) return 'known';
    const decided = decideTransfer(this.own(draft), draft);
    if (!decided.ok) return 'refused';
    this.write(decided.value);
    if (decided.value.clock !== null) this.waiting.set(draft.transferId, decided.value.clock);
    return 'written';
  }

  resolve(transferId: string, outcome: Outcome, nowMs: number): void {
    const pending = this.transfers.get(transferId);
    if (pending === undefined || pending.phase !== 'pending' || this.transfers.has(resolutionIdOf(transferId))) return;
    this.write(decideResolution(this.own(pending), pending, outcome, nowMs));
    this.waiting.delete(transferId);
  }

  reverse(transferId: string, nowMs: number): NoReversal | 'written' | 'known' | 'missing' {
    const posted = this.transfers.get(transferId);
    if (posted === undefined) return 'missing';
    if (this.transfers.has(reversalIdOf(transferId))) return 'known';
    const plan = decideReversal(this.own(posted), posted, { kind: 'reversal', aggregateId: 'a', text: '更正' }, nowMs);
    if (typeof plan === 'string') return plan;
    this.write(plan);
    return 'written';
  }

  endLots(accountId: string, nowMs: number): void {
    for (const day of endedLots(this.accounts.get(accountId)?.lots ?? {}, nowMs)) {
      const account = this.accounts.get(accountId);
      const plan = account && decideLotEnd(account, day, { creditAccount: communityExpired('c'), communityId: 'c', nowMs, cause: { kind: 'lotEnd', aggregateId: day, text: '到期' } });
      if (plan) this.write(plan);
    }
  }

  /** One fold of whatever waits longest; as `jobs` does. */
  fold(nowMs: number): boolean {
    const [first] = this.postings.values();
    if (first === undefined) return false;
    const taken = [...this.ofBook(first.book)];
    this.shared.set(first.book, foldIn(this.shared.get(first.book) ?? emptySharedAccount(first.book, first.communityId), taken, nowMs));
    for (const { _id } of taken) this.postings.delete(_id);
    return true;
  }

  sharedBalances(): readonly (readonly [book: string, balance: Balance])[] {
    return [...this.shared.values()].map(({ _id, posted, pendingIn, pendingOut }) => [_id, { posted, pendingIn, pendingOut }]);
  }

  private *ofBook(book: string): Generator<Posting> {
    let taken = 0;
    for (const posting of this.postings.values()) {
      if (posting.book !== book) continue;
      yield posting;
      taken += 1;
      if (taken === FOLD_MAX) return;
    }
  }

  private own(line: Pick<Transfer, 'debitAccount' | 'creditAccount'>): Account | null {
    const own = ownAccountOf(line);
    return own === null ? null : (this.accounts.get(own) ?? null);
  }

  private write({ transfer, account }: TransferPlan): void {
    if (this.transfers.has(transfer._id)) throw new Error(`${transfer._id} twice`);
    this.transfers.set(transfer._id, transfer);
    if (account !== null) this.accounts.set(account._id, account);
    for (const posting of postingsOf(transfer)) this.postings.set(posting._id, posting);
  }
}
