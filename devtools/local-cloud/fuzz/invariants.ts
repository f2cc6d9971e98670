/** What must hold of stored data whatever was asked for: indexes agree with documents, unique keys are unique, documents are storable. */
import type { CollectionDeclaration } from '../../../cloudfunctions/database';
import { Collection } from '../database/collection';
import type { SortedIndex } from '../database/index/sorted-index';
import type { Store } from '../database/store';
import { assertStorable } from '../database/storable';
import { encodeEjson } from '../kernel/ejson';
import type { DocumentId } from '../kernel/values';

const WHOLE = { prefix: [] };

function brokenOrder(index: SortedIndex): boolean {
  let before: number | undefined;
  for (const entry of index.scan(WHOLE, false)) {
    if (before !== undefined && index.compare(before, entry) > 0) return true;
    before = entry;
  }
  return false;
}

/** Every entry of an index as text, in no particular order. */
function entriesOf(index: SortedIndex, fieldCount: number): string[] {
  const shown: string[] = [];
  for (const entry of index.scan(WHOLE, false)) {
    const parts = Array.from({ length: fieldCount }, (_unused, position) => encodeEjson({ v: index.part(entry, position) }));
    shown.push(`${encodeEjson({ id: index.idOf(entry) })} ${parts.join(' ')}`);
  }
  return shown.sort();
}

/** The same documents, indexed from nothing. */
function rebuilt(collection: Collection, declared: readonly CollectionDeclaration[]): Collection {
  const fresh = new Collection(collection.name, declared.find(({ name }) => name === collection.name)?.indexes ?? []);
  for (const [id, document] of collection.documents) fresh.load(id, document);
  fresh.rebuildIndexes();
  return fresh;
}

function faultsOf(collection: Collection, declared: readonly CollectionDeclaration[]): string[] {
  const faults: string[] = [];
  const { name } = collection;
  for (const [id, document] of collection.documents) {
    // NaN is an id as good as any, and equal to itself only here.
    if (![id].includes(document._id as DocumentId)) faults.push(`${name}: document ${String(id)} says it is ${String(document._id)}`);
    try {
      assertStorable(document);
    } catch (error) {
      faults.push(`${name}: document ${String(id)} could not be stored again: ${String(error)}`);
    }
    const violation = collection.uniqueViolation(id, document);
    if (violation !== undefined) faults.push(`${name}: ${String(id)} and ${String(violation.otherId)} share a key of ${violation.index}`);
  }
  const fresh = rebuilt(collection, declared);
  collection.indexes.forEach((index, position) => {
    const twin = fresh.indexes[position];
    const fieldCount = declared.find((one) => one.name === name)?.indexes.find((one) => one.name === index.name)?.keys.length ?? 1;
    if (twin === undefined || entriesOf(index, fieldCount).join('\n') !== entriesOf(twin, fieldCount).join('\n')) faults.push(`${name}: index ${index.name} does not agree with the documents`);
    if (brokenOrder(index)) faults.push(`${name}: index ${index.name} is out of order`);
  });
  return faults;
}

/** What is wrong with the data, a sentence each; empty when all is well. */
export const brokenInvariants = (store: Store, declared: readonly CollectionDeclaration[]): string[] => [...store.all()].flatMap((collection) => faultsOf(collection, declared));

/** All documents as text, to compare a store with itself after a restart. */
export const contentOf = (store: Store): Record<string, string[]> =>
  Object.fromEntries([...store.all()].map((collection) => [collection.name, [...collection.documents.values()].map(encodeEjson).sort()]));
