/** What the console page reads: collections with their indexes, documents a page at a time, stored files. */
import type { Collection } from '../database/collection';
import type { LocalCloud } from '../local-cloud';
import { invalidParameter } from '../kernel/cloud-error';
import { encodeEjson } from '../kernel/ejson';
import type { Document } from '../kernel/values';

const LARGEST_PAGE = 200;

/** `{name, documents, indexes: [{name, fields, unique}]}` of every collection, by name. */
export function describeCollections(cloud: LocalCloud): object {
  const collections = [...cloud.store.all()].map((collection) => ({
    name: collection.name,
    documents: collection.documents.size,
    indexes: collection.indexes.map((index) => ({ name: index.name, fields: index.fields, unique: index.unique })),
  }));
  return { collections: collections.sort((a, b) => a.name.localeCompare(b.name)) };
}

const shown = (document: Document): unknown => JSON.parse(encodeEjson(document));

function* documentsAfter(collection: Collection, skip: number): Generator<Document> {
  let passed = 0;
  for (const document of collection.documents.values()) {
    passed += 1;
    if (passed > skip) yield document;
  }
}

/** `?collection=` with `skip` and `limit` (insertion order), or `id` for one; values as EJSON. */
export function readDocuments(cloud: LocalCloud, query: URLSearchParams): object {
  const name = query.get('collection') ?? '';
  const collection = cloud.store.find(name);
  if (collection === undefined) throw invalidParameter(`no collection ${name}`);
  const id = query.get('id');
  if (id !== null) {
    const found = collection.documents.get(id) ?? collection.documents.get(Number(id));
    return { documents: found === undefined ? [] : [shown(found)] };
  }
  const skip = Math.max(0, Number(query.get('skip') ?? 0) || 0);
  const limit = Math.min(LARGEST_PAGE, Math.max(1, Number(query.get('limit') ?? 50) || 50));
  const documents: unknown[] = [];
  for (const document of documentsAfter(collection, skip)) {
    if (documents.length === limit) return { documents, next: skip + limit };
    documents.push(shown(document));
  }
  return { documents };
}

