import { oneOf, store } from '../platform/store';

/** Ids that one query asks for. */
const IDS_READ = 200;

/** Wishes by their ids, a request for every two hundred; those that are not there any more are not among them. */
export const wishesOf = async <T extends { readonly _id: string }>(wishIds: readonly string[], fields: readonly string[]): Promise<ReadonlyMap<string, T>> => {
  const found = new Map<string, T>();
  for (let from = 0; from < wishIds.length; from += IDS_READ) {
    const ids = wishIds.slice(from, from + IDS_READ);
    for (const wish of await store.query<T>('wishes', { where: { _id: oneOf(ids) }, limit: ids.length, fields })) found.set(wish._id, wish);
  }
  return found;
};
