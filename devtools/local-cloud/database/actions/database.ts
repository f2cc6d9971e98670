/** The database service: one typed map of its actions, and the waiting for documents that a transaction holds. */
import { CloudError, requestFailed, transactionConflict } from '../../kernel/cloud-error';
import type { Clock } from '../../kernel/clock';
import { aggregateDocuments } from '../pipeline/aggregate';
import { abortTransaction, calculateDocument, commitTransaction, getDocument } from './read-actions';
import { optionalText, textOf, type WireParameters } from './request';
import type { ReadCost } from '../index/select';
import type { Store } from '../store';
import { refuseStray, type Caller } from '../transactions/stray-calls';
import { LockedBy } from '../transactions/transactions';
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './write-actions';

export interface DatabaseCost extends ReadCost {
  documentsReturned: number;
}

export interface DatabaseCall {
  readonly store: Store;
  readonly parameters: WireParameters;
  readonly nowMs: number;
  readonly allowScans: boolean;
  readonly cost: DatabaseCost;
}

// MongoDB 4.0 holds database and collection to 120 bytes together; the cloud's tenant prefix is not known, so the name alone is held to it.
const NAME_LIMIT_BYTES = 120;

/** Names MongoDB does not take: with `$` or NUL, `system.…`, dots at an end, too long. */
const isCollectionName = (name: string): boolean => !/[$\u0000]|^\.|\.$|^system\./.test(name) && Buffer.byteLength(name) <= NAME_LIMIT_BYTES;

function addCollection({ store, parameters, allowScans }: DatabaseCall): object {
  const name = textOf(parameters, 'collectionName');
  if (!isCollectionName(name)) throw requestFailed(`[FailedOperation] Invalid collection name specified '${name}'`);
  if (store.find(name) !== undefined) throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', '[ResourceInUse] Table exist. Please check your request.');
  if (!allowScans && !store.declared.some((collection) => collection.name === name)) throw requestFailed(`collection ${name} is not declared in cloudfunctions/database.ts`);
  store.create(name);
  return {};
}

const ACTIONS = {
  'database.addCollection': addCollection,
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.removeDocument': removeDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.aggregateDocuments': aggregateDocuments,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
} satisfies Record<string, (call: DatabaseCall) => object>;

export const isDatabaseAction = (action: string): boolean => action === 'database.startTransaction' || Object.hasOwn(ACTIONS, action);

/** What a call may be that the SDK sends without the id of the transaction it was made in; undefined when it cannot be one. */
function strayCall(action: string, parameters: WireParameters, caller: Caller): string | undefined {
  if (optionalText(parameters, 'transactionId') !== undefined) return undefined;
  if (action === 'database.modifyDocument' || action === 'database.removeDocument') return parameters.queryType === 'DOC' ? undefined : 'a write';
  // A count changes nothing: a process that only uses the SDK gets the committed number, as from the cloud.
  return action === 'database.calculateDocument' && caller.isFunction ? 'count()' : undefined;
}

// An outside write waits for the lock; a real server gives up as well, long after the SDK has (15 s).
const LOCK_WAIT_LIMIT_MS = 40_000;

export class Database {
  private readonly expiry: NodeJS.Timeout;

  constructor(
    readonly store: Store,
    private readonly clock: Clock,
    private readonly allowScans: boolean,
  ) {
    this.expiry = setInterval(() => store.transactions.expire(), 1000).unref();
    clock.onMove(() => store.transactions.expire());
  }

  close(): void {
    clearInterval(this.expiry);
    this.store.transactions.endAll();
  }

  /** Creates the declared collections that do not exist yet. */
  createDeclared(): void {
    for (const { name } of this.store.declared) this.store.create(name);
  }

  /** Runs an action; throws CloudError. */
  async run(action: string, parameters: WireParameters, caller: Caller): Promise<{ reply: object; cost: DatabaseCost }> {
    const cost: DatabaseCost = { documentsExamined: 0, documentsReturned: 0, index: null };
    if (action === 'database.startTransaction') return { reply: { transactionId: this.store.transactions.start(caller.name).id }, cost };
    const handler = ACTIONS[action as keyof typeof ACTIONS] as (call: DatabaseCall) => object;
    const stray = strayCall(action, parameters, caller);
    if (stray !== undefined) await refuseStray(this.store.transactions, caller, stray, textOf(parameters, 'collectionName'));
    const call: DatabaseCall = { store: this.store, parameters, nowMs: this.clock.nowMs(), allowScans: this.allowScans, cost };
    return { reply: await this.runWhenFree(handler, call), cost };
  }

  /** The conflict a fault rule asks for: the transaction named by the call ends as in a real one. */
  injectConflict(parameters: WireParameters): CloudError {
    const id = optionalText(parameters, 'transactionId');
    if (id !== undefined) this.store.transactions.endById(id);
    return transactionConflict();
  }

  private async runWhenFree(handler: (call: DatabaseCall) => object, call: DatabaseCall): Promise<object> {
    const giveUpAtMs = Date.now() + LOCK_WAIT_LIMIT_MS;
    for (;;) {
      try {
        return handler(call);
      } catch (error) {
        if (!(error instanceof LockedBy)) {
          this.endFailedTransaction(call.parameters);
          throw error;
        }
        if (Date.now() > giveUpAtMs) throw requestFailed('[FailedOperation] lock wait timeout');
        await error.transaction.settled;
      }
    }
  }

  /** As in MongoDB, an operation that fails ends its transaction. */
  private endFailedTransaction(parameters: WireParameters): void {
    const id = optionalText(parameters, 'transactionId');
    if (id !== undefined) this.store.transactions.endById(id);
  }
}
