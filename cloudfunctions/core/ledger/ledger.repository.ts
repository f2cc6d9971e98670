import { ConflictError, DuplicateError, store, type Transaction } from '../platform/store';
import type { Account } from './balance';
import { decidePending, decideResolution, type PendingInput } from './decide-transfer';
import { resolutionIdOf, type Outcome, type Transfer } from './transfer';

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
  try {
    await store.transact(async (transaction) => {
      const { transfer, account, clock } = decidePending(await transaction.find<Account>('accounts', input.creditAccount), input);
      await transaction.insert('transfers', transfer);
      await saveAccount(transaction, account);
      await transaction.insert('pendingTransfers', clock);
    });
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
  try {
    return await store.transact(async (transaction) => {
      const pending = await transaction.find<Transfer>('transfers', transferId);
      if (pending === null) return 'missing';
      const before = await transaction.find<Account>('accounts', pending.creditAccount);
      if (before === null) throw new Error(`account ${pending.creditAccount} of a pending transfer is missing`);
      const { transfer, account } = decideResolution(before, pending, outcome, nowMs);
      await transaction.insert('transfers', transfer);
      await saveAccount(transaction, account);
      await transaction.remove('pendingTransfers', transferId);
      return 'resolved';
    });
  } catch (error) {
    if (isRepeat(error, resolutionIdOf(transferId))) return 'known';
    throw error;
  }
};
