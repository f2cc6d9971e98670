/**
 * Open transactions: snapshot reads, own writes visible, the first writer of a document wins, 30 seconds at most.
 * A snapshot is taken at the first operation. History is kept only while some transaction is open.
 */
import { transactionMissing } from '../../kernel/cloud-error';
import type { Clock } from '../../kernel/clock';
import { newToken } from '../../kernel/ids';
import type { Document, DocumentId } from '../../kernel/values';

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
  readonly writes: Map<string, PendingWrite>;
  /** Resolves when it is committed, aborted or expired. */
  readonly settled: Promise<void>;
  readonly settle: () => void;
}

/** Thrown by an operation outside that meets a locked document: it waits, then runs again. */
export class LockedBy extends Error {
  constructor(readonly transaction: Transaction) {
    super('locked');
  }
}

interface PastVersion {
  readonly sequence: number;
  readonly before: Document | null;
}

export const documentKey = (collection: string, id: DocumentId): string => `${collection}\u0000${typeof id}\u0000${id}`;

export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private readonly locks = new Map<string, Transaction>();
  private readonly history = new Map<string, PastVersion[]>();
  private sequence = 0;

  constructor(private readonly clock: Clock) {}

  start(owner: string): Transaction {
    let settle = (): void => undefined;
    const settled = new Promise<void>((resolve) => (settle = resolve));
    const transaction: Transaction = {
      id: newToken('tx'),
      owner,
      startedAtMs: this.clock.nowMs(),
      snapshot: undefined,
      touched: new Set(),
      writes: new Map(),
      settled,
      settle,
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
    transaction.snapshot ??= this.sequence;
    transaction.touched.add(collection);
    return transaction;
  }

  /** Whether an open transaction of this owner has read or written the collection. */
  isTouchedBy(owner: string, collection: string): boolean {
    this.expire();
    for (const transaction of this.open.values()) if (transaction.owner === owner && transaction.touched.has(collection)) return true;
    return false;
  }

  /** Ends it, frees its locks and wakes who waits for them. */
  end(transaction: Transaction): void {
    this.open.delete(transaction.id);
    for (const key of transaction.writes.keys()) if (this.locks.get(key) === transaction) this.locks.delete(key);
    if (this.open.size === 0) this.history.clear();
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
  remember(key: string, before: Document | null): void {
    this.sequence += 1;
    if (this.open.size === 0) return;
    const versions = this.history.get(key) ?? [];
    versions.push({ sequence: this.sequence, before });
    this.history.set(key, versions);
  }

  changedSince(key: string, snapshot: number): boolean {
    return (this.history.get(key)?.at(-1)?.sequence ?? 0) > snapshot;
  }

  /** The document as the snapshot saw it, given how it stands now. */
  asOf(key: string, snapshot: number, current: Document | null): Document | null {
    const first = this.history.get(key)?.find((version) => version.sequence > snapshot);
    return first === undefined ? current : first.before;
  }
}
