/**
 * Open transactions: snapshot reads, own writes visible, the first writer of a document wins, 30 seconds at most.
 * A snapshot is taken at the first operation. Past versions are kept as long as the oldest open snapshot needs them.
 */
import { transactionMissing } from '../../kernel/cloud-error';
import type { Clock } from '../../kernel/clock';
import { newToken } from '../../kernel/ids';
import type { Document, DocumentId } from '../../kernel/values';
import { History } from './history';

export const TRANSACTION_LIMIT_MS = 30_000;

export interface PendingWrite {
  readonly collection: string;
  readonly id: DocumentId;
  readonly document: Document | null;
}

export interface Transaction {
  readonly id: string;
  /** Who opened it: the token of the invocation. */
  readonly owner: string;
  readonly startedAtMs: number;
  snapshot: number | undefined;
  /** Names of the collections it read or wrote. */
  readonly touched: Set<string>;
  /** Resolves at its next operation, so that a call held for it can go on. */
  nextOperation: Signal;
  readonly writes: Map<string, PendingWrite>;
  /** Resolves when it is committed, aborted or expired. */
  readonly settled: Promise<void>;
  readonly settle: () => void;
}

/** A promise that somebody else resolves. */
export interface Signal {
  readonly promise: Promise<void>;
  readonly fire: () => void;
}

export function newSignal(): Signal {
  let fire = (): void => undefined;
  const promise = new Promise<void>((resolve) => (fire = resolve));
  return { promise, fire };
}

/** Thrown by an operation outside that meets a locked document: it waits, then runs again. */
export class LockedBy extends Error {
  constructor(readonly transaction: Transaction) {
    super('locked');
  }
}

export const documentKey = (collection: string, id: DocumentId): string => `${collection}\u0000${typeof id}\u0000${id}`;

export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private readonly locks = new Map<string, Transaction>();
  private readonly history = new History();

  constructor(private readonly clock: Clock) {}

  start(owner: string): Transaction {
    const end = newSignal();
    const transaction: Transaction = {
      id: newToken('tx'),
      owner,
      startedAtMs: this.clock.nowMs(),
      snapshot: undefined,
      touched: new Set(),
      nextOperation: newSignal(),
      writes: new Map(),
      settled: end.promise,
      settle: end.fire,
    };
    this.open.set(transaction.id, transaction);
    return transaction;
  }

  /** The open transaction; refuses when it ended or ran out of time. */
  get(id: string): Transaction {
    this.expire();
    const transaction = this.open.get(id);
    if (transaction === undefined) throw transactionMissing();
    return transaction;
  }

  /** The open transaction at work on a collection, its snapshot taken. */
  use(id: string, collection: string): Transaction {
    const transaction = this.get(id);
    transaction.snapshot ??= this.history.now;
    transaction.touched.add(collection);
    transaction.nextOperation.fire();
    transaction.nextOperation = newSignal();
    return transaction;
  }

  /** The open transactions of this owner, as they are now. */
  openOf(owner: string): readonly Transaction[] {
    if (this.open.size === 0) return [];
    this.expire();
    return [...this.open.values()].filter((transaction) => transaction.owner === owner);
  }

  /** Ends it, frees its locks and wakes who waits for them. */
  end(transaction: Transaction): void {
    this.open.delete(transaction.id);
    for (const key of transaction.writes.keys()) if (this.locks.get(key) === transaction) this.locks.delete(key);
    this.history.forgetBefore(this.oldestSnapshot());
    transaction.settle();
  }

  has(id: string): boolean {
    return this.open.has(id);
  }

  endById(id: string): void {
    const transaction = this.open.get(id);
    if (transaction !== undefined) this.end(transaction);
  }

  endAll(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction);
  }

  expire(): void {
    const now = this.clock.nowMs();
    for (const transaction of [...this.open.values()]) {
      if (Math.abs(now - transaction.startedAtMs) > TRANSACTION_LIMIT_MS) this.end(transaction);
    }
  }

  lockOf(key: string): Transaction | undefined {
    return this.locks.get(key);
  }

  lock(key: string, transaction: Transaction): void {
    this.locks.set(key, transaction);
  }

  /** Writes of all open transactions to a collection, for uniqueness. */
  *pendingIn(collection: string): Generator<[Transaction, PendingWrite]> {
    for (const transaction of this.open.values()) {
      for (const write of transaction.writes.values()) if (write.collection === collection) yield [transaction, write];
    }
  }

  /** Notes a committed change so that snapshots taken before it can still be read. */
  remember(collection: string, id: DocumentId, before: Document | null): void {
    this.history.add({ key: documentKey(collection, id), collection, id, before }, this.open.size > 0);
  }

  changedSince(key: string, snapshot: number): boolean {
    return this.history.changedSince(key, snapshot);
  }

  /** The document as the snapshot saw it, given how it stands now. */
  asOf(key: string, snapshot: number, current: Document | null): Document | null {
    return this.history.asOf(key, snapshot, current);
  }

  /** Documents of a collection that the snapshot saw otherwise than they stand now, as it saw them. */
  changedDocuments(collection: string, snapshot: number): Iterable<Document> {
    return this.history.changedDocuments(collection, snapshot);
  }

  /** A transaction without operations needs nothing of the past yet. */
  private oldestSnapshot(): number {
    let oldest = this.history.now;
    for (const { snapshot } of this.open.values()) oldest = Math.min(oldest, snapshot ?? oldest);
    return oldest;
  }
}
