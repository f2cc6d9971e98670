import type { BundledNeedState, BundledNeedView, WishCategory } from '@contract';
import type { Wish } from '../wish/wish';
import { pictureKeyOf } from '../wish/picture-key';

/** What plans and projects read of a wish to say how it stands. */
export const BUNDLED_FIELDS = ['title', 'category', 'pictureKey', 'areaId', 'areaName', 'sharesLeft', 'shareNote', 'state'] as const satisfies readonly (keyof Wish)[];
export type BundledWish = Pick<Wish, '_id' | (typeof BUNDLED_FIELDS)[number]>;

/** What became of a need, from its wish as it stands. */
export const bundledStateOf = (wish: Pick<Wish, 'state' | 'sharesLeft'> | undefined): BundledNeedState => {
  switch (wish?.state) {
    case 'open':
      return wish.sharesLeft > 0 ? 'waiting' : 'taken';
    case 'publicity':
    case 'review':
    case 'asked':
      return 'waiting';
    case 'completed':
      return 'met';
    case 'refused':
    case 'withdrawn':
    case 'expired':
    case 'referred':
    case undefined:
      return 'gone';
  }
};

/** One need as its reader may see it: what is not on the wall yet has no words for whoever is not staff, what is gone has none for anybody. */
export const bundledNeedView = (wishId: string, wish: BundledWish | undefined, place: { readonly areaId: string; readonly name: string }, category: WishCategory, reader: { readonly isStaff: boolean; readonly personNumber: number }): BundledNeedView => {
  const state = bundledStateOf(wish);
  const isTold = wish !== undefined && state !== 'gone' && (reader.isStaff || wish.state === 'open' || wish.state === 'completed');
  return {
    wishId,
    title: isTold ? wish.title : '',
    category,
    pictureKey: isTold ? wish.pictureKey : pictureKeyOf(category, ''),
    areaId: place.areaId,
    areaName: place.name,
    sharesLeft: state === 'waiting' ? (wish?.sharesLeft ?? 0) : 0,
    shareNote: isTold ? wish.shareNote : '',
    state,
    personNumber: reader.isStaff ? reader.personNumber : null,
  };
};
