import { unwrap } from '../kernel/result';
import { createTurns } from '../kernel/turns';
import { ConflictError, DuplicateError, store, type Transaction } from '../platform/store';
import type { Account } from './balance';
import { decideCarry, decideLotEnd, decideResolution, decideReversal, decideTransfer, ownAccountOf, type Draft, type Carry, type NoReversal, type PendingTransfer, type TransferPlan } from './decide-transfer';
import { postingsOf } from './posting';
import { resolutionIdOf, reversalIdOf, type Outcome, type Transfer, type TransferCause } from './transfer';

/** `jobs` settles many at once; those of one account would only meet as conflicts. */
const inTurn = createTurns();

const saveAccount = async (transaction: Transaction, { _id, ...fields }: Account): Promise<void> => {
  try {
    await transaction.set('accounts', _id, fields);
  } catch (error) {
    // Two first transfers at once both found no account: the other one made it, so this is a conflict, not a repeat.
    throw error instanceof DuplicateError ? new ConflictError(`account ${_id} was made meanwhile`) : error;
  }
};

const readAccount = (transaction: Transaction, transfer: Pick<Transfer, 'debitAccount' | 'creditAccount'>): Promise<Account | null> => {
  const own = ownAccountOf(transfer);
  return own === null ? Promise.resolve(null) : transaction.find<Account>('accounts', own);
};

const writePlan = async (transaction: Transaction, { transfer, account }: TransferPlan): Promise<void> => {
  await transaction.insert('transfers', transfer);
  if (account !== null) await saveAccount(transaction, account);
  for (const posting of postingsOf(transfer)) await transaction.insert('postings', posting);
};

/** Runs a write whose first insert is the transfer; that very transfer standing already is no error. */
const once = async (key: string, transferId: string, write: (transaction: Transaction) => Promise<void>): Promise<'written' | 'known'> => {
  try {
    await inTurn(key, () => store.transact(write));
    return 'written';
  } catch (error) {
    if (error instanceof DuplicateError && error.id === transferId) return 'known';
    throw error;
  }
};

/**
 * A movement inside a transaction of the caller's, who writes their own documents with it or none.
 * @throws RefusedError POINTS_NOT_ENOUGH; DuplicateError with the transfer's id when the cause was carried out before.
 */
export const moveWithin = async (transaction: Transaction, draft: Draft): Promise<void> => {
  const plan = unwrap(decideTransfer(await readAccount(transaction, draft), draft));
  await writePlan(transaction, plan);
  if (plan.clock !== null) await transaction.insert('pendingTransfers', plan.clock);
};

/**
 * Writes a movement with the person's account, the clock and the postings in one transaction; the same cause again
 * changes nothing. At most eight requests.
 * @throws RefusedError POINTS_NOT_ENOUGH.
 */
export const move = (draft: Draft): Promise<'written' | 'known'> => once(ownAccountOf(draft) ?? draft.transferId, draft.transferId, (transaction) => moveWithin(transaction, draft));

/**
 * Ends a pending transfer. Whoever comes first decides: the resolution's id is made from the pending one, so posting,
 * voiding and expiring exclude each other. At most eight requests.
 * @returns 'known' when it was ended before (however), 'missing' when there is no such pending transfer.
 */
export const resolvePending = async (transferId: string, outcome: Outcome, nowMs: number): Promise<'written' | 'known' | 'missing'> => {
  // Transfers never change, so this one may be read before the transaction.
  const pending = await store.find<Transfer>('transfers', transferId);
  if (pending === null) return 'missing';
  return once(ownAccountOf(pending) ?? transferId, resolutionIdOf(transferId), (transaction) => resolveWithin(transaction, pending, outcome, nowMs));
};

/** The end of a pending transfer inside a transaction of the caller's. @throws DuplicateError when it ended before. */
export const resolveWithin = async (transaction: Transaction, pending: Transfer, outcome: Outcome, nowMs: number): Promise<void> => {
  const account = await readAccount(transaction, pending);
  if (account === null && ownAccountOf(pending) !== null) throw new Error(`the account of pending ${pending._id} is missing`);
  await writePlan(transaction, decideResolution(account, pending, outcome, nowMs));
  await transaction.remove('pendingTransfers', pending._id);
};

/**
 * Undoes a posted transfer, once. At most seven requests.
 * @returns why not, when it can't be undone.
 */
export const reverse = async (transferId: string, cause: TransferCause, nowMs: number): Promise<'written' | 'known' | 'missing' | NoReversal> => {
  const posted = await store.find<Transfer>('transfers', transferId);
  if (posted === null) return 'missing';
  let refused: NoReversal | null = null;
  const write = async (transaction: Transaction): Promise<void> => {
    const plan = decideReversal(await readAccount(transaction, posted), posted, cause, nowMs);
    refused = typeof plan === 'string' ? plan : null;
    if (typeof plan !== 'string') await writePlan(transaction, plan);
  };
  const end = await once(ownAccountOf(posted) ?? transferId, reversalIdOf(transferId), write);
  return refused ?? end;
};

/** Lets a lot end whose last day is over. Within the transaction, so what a hold took meanwhile is not ended. At most six requests. */
export const endLot = (accountId: string, day: string, end: Pick<Draft, 'creditAccount' | 'communityId' | 'nowMs' | 'cause'>): Promise<void> =>
  inTurn(accountId, () =>
    store.transact(async (transaction) => {
      const account = await transaction.find<Account>('accounts', accountId);
      const plan = account === null ? null : decideLotEnd(account, day, end);
      if (plan !== null) await writePlan(transaction, plan);
    }),
  );

/** One lot of one account of a person's becomes one of another of theirs. A lot that is gone was carried before. At most eleven requests. */
const carryLot = (from: string, to: string, day: string, carry: Carry): Promise<void> =>
  inTurn(from, () =>
    store.transact(async (transaction) => {
      const account = await transaction.find<Account>('accounts', from);
      const plans = account === null ? null : decideCarry(account, await transaction.find<Account>('accounts', to), to, day, carry);
      for (const plan of plans ?? []) await writePlan(transaction, plan);
    }),
  );

/** Everything usable of one account of a person's becomes another's of theirs, with its days. Repeated it finds nothing left. */
export const carryUsable = async (from: string, to: string, carry: Carry): Promise<void> => {
  const account = await store.find<Account>('accounts', from);
  for (const day of Object.keys(account?.lots ?? {}).sort()) await carryLot(from, to, day, carry);
};

/** Whether a pending transfer was taken back. One request. */
export const wasVoided = async (transferId: string): Promise<boolean> => (await store.find<Transfer>('transfers', resolutionIdOf(transferId)))?.phase === 'voided';

/** The clock of a pending transfer rang: it ends as it was to end. A clock whose transfer is gone from the waiting ones is put away. */
export const endByClock = async (transferId: string, nowMs: number): Promise<void> => {
  const clock = await store.find<PendingTransfer>('pendingTransfers', transferId);
  if (clock === null || clock.wakeAtMs > nowMs) return;
  const end = await resolvePending(transferId, clock.whenDue, nowMs);
  if (end !== 'written') await store.remove('pendingTransfers', { _id: transferId });
};
