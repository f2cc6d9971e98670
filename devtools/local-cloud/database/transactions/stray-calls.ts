/**
 * Calls of a transaction that the SDK sends without its id: where().update(), where().remove() and count() would run
 * outside it, unrolled-back (WIRE.md 1.5). They look like genuine outside calls of the same caller, so what is judged is
 * whether the transaction goes on meanwhile: the code of a transaction that awaits a call does nothing else.
 */
import { requestFailed } from '../../kernel/cloud-error';
import type { Transaction, Transactions } from './transactions';

/** Who sent a call. */
export interface Caller {
  /** Its token. */
  readonly name: string;
  /** A run of a cloud function; else a process that only uses the SDK, which may well be several callers at once. */
  readonly isFunction: boolean;
}

/** How long, in real milliseconds, a transaction may do nothing while a call without its id is held. */
const HOLD_MS = { function: 100, process: 2000 } as const;

const refuse = (what: string): never => {
  throw requestFailed(`${what} outside the transaction this invocation has open: in a transaction use doc().get/set/update/remove and collection.add only`);
};

/** Resolves with those that neither ended nor worked on anything within the time. */
async function idleOf(candidates: readonly Transaction[], holdMs: number): Promise<readonly Transaction[]> {
  const idle = new Set(candidates);
  const watched = candidates.map(async (transaction) => {
    await Promise.race([transaction.nextOperation.promise, transaction.settled]);
    idle.delete(transaction);
  });
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => (timer = setTimeout(resolve, holdMs)));
  await Promise.race([Promise.all(watched), timeout]);
  clearTimeout(timer);
  return [...idle];
}

/**
 * Returns when the call is certainly no part of an open transaction of its caller; throws when it must be taken for one.
 * A function is one caller: a collection its transaction has touched is refused at once. Other collections are free.
 */
export async function refuseStray(transactions: Transactions, caller: Caller, what: string, collection: string): Promise<void> {
  const touches = (transaction: Transaction): boolean => transaction.touched.has(collection);
  const candidates = transactions.openOf(caller.name).filter((transaction) => transaction.touched.size === 0 || touches(transaction));
  if (candidates.length === 0) return;
  if (caller.isFunction && candidates.some(touches)) refuse(what);
  const idle = await idleOf(candidates, HOLD_MS[caller.isFunction ? 'function' : 'process']);
  if (idle.length > 0) refuse(what);
  if (caller.isFunction && transactions.openOf(caller.name).some(touches)) refuse(what);
}
