import type { CollectionName } from '../../database';
import { cloud } from './cloud';
import { countRequest } from './meter';
import { noteWritten } from './written';

/**
 * Documents of the cloud database. The only place that speaks the SDK's database language, so that its traps (WIRE.md:
 * nested objects merge in updates, conflicts lose their code, missing documents throw) are dealt with once.
 */
const database = cloud.database({ throwOnNotFound: false } as never);

/** Query and update commands: `gte`, `neq`, `inc`, `set`, `remove`, `push` … */
export const command = database.command;

/** Equal to one of them; said plainly for one alone, so that an index serves it in order. */
export const oneOf = (ids: readonly string[]): unknown => (ids.length === 1 ? ids[0] : command.in([...ids]));

export type Guard = Readonly<Record<string, unknown>>;
/** Scalars as they are; objects and arrays always by `command.set`, or they merge instead of replacing. */
export type Change = Readonly<Record<string, unknown>>;

export interface QueryOptions {
  readonly where: Guard;
  readonly order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  readonly limit: number;
  /** Fields to return; all when absent. */
  readonly fields?: readonly string[];
}

export interface Transaction {
  find<T>(collection: CollectionName, id: string): Promise<T | null>;
  insert(collection: CollectionName, document: { readonly _id: string }): Promise<void>;
  set(collection: CollectionName, id: string, fields: Change): Promise<void>;
  update(collection: CollectionName, id: string, change: Change): Promise<number>;
  remove(collection: CollectionName, id: string): Promise<void>;
}

/** A document with this id stands already: the cause was carried out before. */
export class DuplicateError extends Error {
  constructor(readonly id: string) {
    super(`document ${id} exists`);
    this.name = 'DuplicateError';
  }
}

/** A transaction met another one; run it again. */
export class ConflictError extends Error {}

const TRANSACTION_TRIES = 5;
/** Longest pause before another try; short, since a person waits. */
const TRANSACTION_PAUSE_MS = 60;

const messageOf = (error: unknown): string => {
  if (error instanceof Error) return error.message;
  const text = (error as { readonly errMsg?: unknown } | null)?.errMsg;
  return typeof text === 'string' ? text : String(error);
};

/** The SDK tells a duplicate and a conflict only in words (WIRE.md 1.2, 1.5). */
const translate = (error: unknown, id: string): unknown => {
  const message = messageOf(error);
  if (/E11000/.test(message)) return new DuplicateError(id);
  if (/TransactionConflict|TransactionBusy|DATABASE_TRANSACTION_CONFLICT/.test(message)) return new ConflictError(message);
  return error;
};

const attempt = async <T>(id: string, run: () => Promise<T>): Promise<T> => {
  countRequest();
  try {
    return await run();
  } catch (error) {
    throw translate(error, id);
  }
};

const findOne = async <T>(collection: CollectionName, id: string): Promise<T | null> => {
  countRequest();
  const reply = await database.collection(collection).doc(id).get();
  return (reply as unknown as { readonly data: T | null }).data;
};

/** Inserts; a standing document with the id is a `DuplicateError`. */
const insert = (collection: CollectionName, document: { readonly _id: string }): Promise<void> =>
  attempt(document._id, async () => {
    noteWritten(collection);
    await database.collection(collection).add({ data: document });
  });

/** Inserts unless the id stands already; tells which. */
const insertOnce = async (collection: CollectionName, document: { readonly _id: string }): Promise<'inserted' | 'exists'> => {
  try {
    await insert(collection, document);
    return 'inserted';
  } catch (error) {
    if (error instanceof DuplicateError) return 'exists';
    throw error;
  }
};

/** One guarded update; the guard is the rule. Answers how many documents changed. */
const update = async (collection: CollectionName, guard: Guard, change: Change): Promise<number> => {
  countRequest();
  noteWritten(collection);
  const reply = await database.collection(collection).where(guard).update({ data: change });
  return (reply as { readonly stats: { readonly updated: number } }).stats.updated;
};

const remove = async (collection: CollectionName, guard: Guard): Promise<number> => {
  countRequest();
  const reply = await database.collection(collection).where(guard).remove();
  return (reply as { readonly stats: { readonly removed: number } }).stats.removed;
};

const query = async <T>(collection: CollectionName, options: QueryOptions): Promise<readonly T[]> => {
  countRequest();
  let cursor = database.collection(collection).where(options.where);
  for (const [field, direction] of options.order ?? []) cursor = cursor.orderBy(field, direction);
  cursor = cursor.limit(options.limit);
  if (options.fields) cursor = cursor.field(Object.fromEntries(options.fields.map((field) => [field, true])));
  const reply = await cursor.get();
  return (reply as unknown as { readonly data: readonly T[] }).data;
};

/** How many documents match. */
const count = async (collection: CollectionName, where: Guard): Promise<number> => {
  countRequest();
  const reply = await database.collection(collection).where(where).count();
  return (reply as unknown as { readonly total: number }).total;
};

/**
 * Which of these collections hold a document that meets the guard, in one request whatever their number: each is looked
 * up beside `at`, a document that stands, by an index of its own. None when `at` is missing.
 */
const whichHold = async (at: { readonly collection: CollectionName; readonly id: string }, collections: readonly CollectionName[], guard: Guard): Promise<ReadonlySet<CollectionName>> => {
  countRequest();
  const { pipeline } = command.aggregate as unknown as { pipeline(): SdkPipeline };
  const first = pipeline().match(guard).limit(1).project({ _id: 1 }).done();
  let stages = (database.collection(at.collection).aggregate() as unknown as SdkAggregate).match({ _id: at.id });
  for (const from of collections) stages = stages.lookup({ from, pipeline: first, as: from });
  const { list } = await stages.end();
  return new Set(collections.filter((name) => (list[0]?.[name]?.length ?? 0) > 0));
};

interface SdkPipeline {
  match(guard: Guard): SdkPipeline;
  limit(count: number): SdkPipeline;
  project(fields: object): SdkPipeline;
  done(): object;
}

interface SdkAggregate {
  match(guard: Guard): SdkAggregate;
  lookup(join: { readonly from: string; readonly pipeline: object; readonly as: string }): SdkAggregate;
  end(): Promise<{ readonly list: readonly Readonly<Record<string, readonly unknown[] | undefined>>[] }>;
}

interface SdkTransaction {
  collection(name: string): {
    add(options: { data: object }): Promise<unknown>;
    doc(id: string): {
      get(): Promise<{ readonly data: unknown }>;
      set(options: { data: object }): Promise<unknown>;
      update(options: { data: object }): Promise<{ readonly stats: { readonly updated: number } }>;
      remove(): Promise<unknown>;
    };
  };
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

const transactionOf = (sdk: SdkTransaction): Transaction => ({
  find: <T>(collection: CollectionName, id: string) =>
    attempt(id, async () => {
      const reply = await sdk.collection(collection).doc(id).get();
      return (reply.data ?? null) as T | null;
    }),
  insert: (collection, document) =>
    attempt(document._id, async () => {
      noteWritten(collection);
      await sdk.collection(collection).add({ data: document });
    }),
  set: (collection, id, fields) =>
    attempt(id, async () => {
      noteWritten(collection);
      await sdk.collection(collection).doc(id).set({ data: fields });
    }),
  update: (collection, id, change) =>
    attempt(id, async () => {
      noteWritten(collection);
      return (await sdk.collection(collection).doc(id).update({ data: change })).stats.updated;
    }),
  remove: (collection, id) =>
    attempt(id, async () => {
      await sdk.collection(collection).doc(id).remove();
    }),
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs `work` in a snapshot transaction and commits; again, with jitter, when it met another one, up to five times.
 * A refusal thrown by `work` rolls back and comes through unchanged. The SDK's own retry sees no conflict of a single
 * operation (WIRE.md 1.5), hence this loop.
 */
const transact = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    countRequest();
    const sdk = (await database.startTransaction()) as SdkTransaction;
    try {
      const value = await work(transactionOf(sdk));
      await attempt('commit', () => sdk.commit());
      return value;
    } catch (error) {
      await sdk.rollback().catch(() => undefined);
      if (!(error instanceof ConflictError) || tries >= TRANSACTION_TRIES) throw error;
      await pause(Math.random() * TRANSACTION_PAUSE_MS * tries);
    }
  }
};

export const store = { find: findOne, insert, insertOnce, update, remove, query, count, whichHold, transact } as const;
export type Store = typeof store;
