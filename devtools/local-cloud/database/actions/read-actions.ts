/** database.getDocument and database.calculateDocument. */
import { requestFailed, transactionMissing } from '../../kernel/cloud-error';
import { decodeEjsonObject, encodeEjson } from '../../kernel/ejson';
import type { Document, DocumentId } from '../../kernel/values';
import type { DatabaseCall } from './database';
import { projectDocuments } from '../query/projection';
import { assertReplyFits } from './reply-limit';
import { optionalText, queryOf, sortOf, textOf, wholeNumber } from './request';
import { selectDocuments } from '../index/select';
import { readInTransaction } from '../transactions/transaction-view';

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1000;

/** The id a document action names (`{"_id": …}`). */
export function namedId(call: DatabaseCall): DocumentId {
  const { _id: id } = queryOf(call.parameters, call.nowMs);
  if (typeof id !== 'string' && typeof id !== 'number') throw requestFailed('a document action needs the _id of the document');
  return id;
}

function readNamed(call: DatabaseCall): Document[] {
  const { store, cost, parameters } = call;
  const collection = store.get(textOf(parameters, 'collectionName'));
  const id = namedId(call);
  const transactionId = optionalText(parameters, 'transactionId');
  cost.index = '_id_';
  const found =
    transactionId === undefined
      ? (collection.documents.get(id) ?? null)
      : readInTransaction(store, store.transactions.use(transactionId, collection.name), collection, id);
  if (found === null) return [];
  cost.documentsExamined += 1;
  return [found];
}

function readMatching(call: DatabaseCall): Document[] {
  const { store, parameters, nowMs, cost, allowScans } = call;
  if (optionalText(parameters, 'transactionId') !== undefined) {
    throw requestFailed('a transaction reads documents by id only (doc().get()); where().get() in a transaction is refused');
  }
  const collection = store.get(textOf(parameters, 'collectionName'));
  const limit = Math.min(wholeNumber(parameters, 'limit', DEFAULT_LIMIT), LARGEST_LIMIT);
  const skip = wholeNumber(parameters, 'offset', 0);
  return selectDocuments(collection, { conjuncts: [queryOf(parameters, nowMs)], sort: sortOf(parameters, nowMs), skip, limit, allowScans, cost });
}

export function getDocument(call: DatabaseCall): object {
  const { parameters, nowMs } = call;
  const isNamed = parameters.queryType === 'DOC';
  const found = isNamed ? readNamed(call) : readMatching(call);
  const projected = projectDocuments(found, decodeEjsonObject(parameters.projection, nowMs), { query: queryOf(parameters, nowMs), nowMs });
  call.cost.documentsReturned = projected.length;
  return { data: { list: assertReplyFits(projected.map(encodeEjson)) }, limit: parameters.limit ?? 1, offset: parameters.offset ?? 0 };
}

export function calculateDocument(call: DatabaseCall): object {
  const { store, parameters, nowMs, cost, allowScans } = call;
  const collection = store.get(textOf(parameters, 'collectionName'));
  const found = selectDocuments(collection, { conjuncts: [queryOf(parameters, nowMs)], sort: [], skip: 0, limit: Infinity, allowScans, cost });
  cost.documentsReturned = found.length;
  return { data: { total: found.length } };
}

/** Commit and abort. */
export function commitTransaction({ store, parameters }: DatabaseCall): object {
  const transaction = store.transactions.get(textOf(parameters, 'transactionId'));
  store.commit([...transaction.writes.values()]);
  store.transactions.end(transaction);
  return {};
}

export function abortTransaction({ store, parameters }: DatabaseCall): object {
  const id = textOf(parameters, 'transactionId');
  store.transactions.expire();
  if (!store.transactions.has(id)) throw transactionMissing();
  store.transactions.endById(id);
  return {};
}
