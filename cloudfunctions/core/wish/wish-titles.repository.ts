import { oneOf, store } from '../platform/store';

/** Titles of wishes that something else names, in its order; empty for one that is gone. One request where there are any. */
export const wishTitles = async (wishIds: readonly string[]): Promise<readonly { readonly wishId: string; readonly title: string }[]> => {
  if (wishIds.length === 0) return [];
  const found = await store.query<{ readonly _id: string; readonly title: string }>('wishes', { where: { _id: oneOf(wishIds) }, limit: wishIds.length, fields: ['title'] });
  const titles = new Map(found.map(({ _id, title }) => [_id, title]));
  return wishIds.map((wishId) => ({ wishId, title: titles.get(wishId) ?? '' }));
};
