import { createTurns } from '../kernel/turns';
import { ConflictError, DuplicateError, store, type Transaction } from '../platform/store';
import type { Account } from './balance';
import { decidePending, decideResolution, type PendingInput } from './decide-transfer';
import { resolutionIdOf, type Outcome, type Transfer } from './transfer';

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

/** Whether what failed only says that the very same transfer stands already. */
const isRepeat = (error: unknown, transferId: string): boolean => error instanceof DuplicateError && error.id === transferId;

/**
 * Writes a pending earning, the receiver's account and the clock in one transaction. The same transfer id again changes
 * nothing. Six requests.
 */
export const earnPending = async (input: PendingInput): Promise<'earned' | 'known'> => {
  const write = async (transaction: Transaction): Promise<void> => {
    const { transfer, account, clock } = decidePending(await transaction.find<Account>('accounts', input.creditAccount), input);
    await transaction.insert('transfers', transfer);
    await saveAccount(transaction, account);
    await transaction.insert('pendingTransfers', clock);
  };
  try {
    await inTurn(input.creditAccount, () => store.transact(write));
    return 'earned';
  } catch (error) {
    if (isRepeat(error, input.transferId)) return 'known';
    throw error;
  }
};

/**
 * Ends a pending transfer. Whoever comes first decides: the resolution's id is made from the pending one, so posting,
 * voiding and expiring exclude each other. Seven requests.
 * @returns 'known' when it was ended before (however), 'missing' when there is no such pending transfer.
 */
export const resolvePending = async (transferId: string, outcome: Outcome, nowMs: number): Promise<'resolved' | 'known' | 'missing'> => {
  // Transfers never change, so this one may be read before the transaction.
  const pending = await store.find<Transfer>('transfers', transferId);
  if (pending === null) return 'missing';
  const write = async (transaction: Transaction): Promise<void> => {
    const before = await transaction.find<Account>('accounts', pending.creditAccount);
    if (before === null) throw new Error(`account ${pending.creditAccount} of a pending transfer is missing`);
    const { transfer, account } = decideResolution(before, pending, outcome, nowMs);
    await transaction.insert('transfers', transfer);
    await saveAccount(transaction, account);
    await transaction.remove('pendingTransfers', transferId);
  };
  try {
    await inTurn(pending.creditAccount, () => store.transact(write));
    return 'resolved';
  } catch (error) {
    if (isRepeat(error, resolutionIdOf(transferId))) return 'known';
    throw error;
  }
};

/** Whether a pending transfer was taken back. One request. */
export const wasVoided = async (transferId: string): Promise<boolean> => (await store.find<Transfer>('transfers', resolutionIdOf(transferId)))?.phase === 'voided';
