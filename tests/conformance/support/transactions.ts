/** What scenarios of transactions share. */
import type { SdkCollection, SdkTransaction } from '../../../devtools/local-cloud/sdk-types';
import type { CollectionName, World } from './scenario';

/** An open transaction and its view of a collection. */
export interface Opened {
  readonly transaction: SdkTransaction;
  readonly own: SdkCollection;
}

/** Opens a transaction whose snapshot is taken by its first operation. */
export async function open(world: World, collection: CollectionName = 'notes'): Promise<Opened> {
  const transaction = await world.database.startTransaction();
  return { transaction, own: transaction.collection(world.nameOf(collection)) };
}

/** A field of a document as the transaction sees it; null when it sees none. */
export const seen = async ({ own }: Opened, id: string, field = 'n'): Promise<unknown> => (await own.doc(id).get()).data?.[field] ?? null;

/** The same outside. */
export const stored = async (world: World, id: string, field = 'n'): Promise<unknown> => (await world.read(id))?.[field] ?? null;

/** A conflict an operation meets, as the SDK gives it: the code is lost. */
export const CONFLICT = { errCode: -501001, errMsg: expect.stringContaining('[ResourceUnavailable.TransactionConflict]') as unknown };

/** The same from commit, where the SDK passes the error on as it came. */
export const GONE = {
  errCode: undefined,
  code: 'DATABASE_TRANSACTION_FAIL',
  errMsg: expect.stringContaining('[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds') as unknown,
};

/** An operation of a transaction that is over. */
export const OVER = { errCode: -501001, errMsg: expect.stringContaining('[ResourceUnavailable.TransactionNotExist]') as unknown };

export const DUPLICATE = { errCode: -502001, errMsg: expect.stringContaining('E11000 duplicate key error') as unknown };

/** Whether a call is still unanswered after a while (real milliseconds). */
export async function isWaiting(call: Promise<unknown>, ms = 150): Promise<boolean> {
  const pending = Symbol('pending');
  const settled = call.then(
    () => 'done',
    () => 'failed',
  );
  return (await Promise.race([settled, new Promise((resolve) => setTimeout(() => resolve(pending), ms))])) === pending;
}
