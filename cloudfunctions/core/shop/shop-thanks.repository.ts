import type { ShopThanksView } from '@contract';
import { store } from '../platform/store';
import { RULES } from '../rules';
import type { Thanks } from '../thanks/thanks';
import type { Shop } from './shop';

const SHOWN_FIELDS = ['words', 'wishTitle', 'shownAtMs'] as const satisfies readonly (keyof Thanks)[];

/**
 * What was said to a shop and both sides agreed to show, in its own community: that is where it was agreed to. Off the wall
 * it is off this page with the same moment. One request.
 */
export const thanksTo = async ({ _id, communityId }: Pick<Shop, '_id' | 'communityId'>): Promise<readonly ShopThanksView[]> => {
  const shown = await store.query<Pick<Thanks, '_id' | (typeof SHOWN_FIELDS)[number]>>('thanks', {
    where: { giverIds: _id, communityId, isOnWall: true }, order: [['shownAtMs', 'desc'], ['_id', 'desc']], limit: RULES.shop.thanksShown, fields: SHOWN_FIELDS,
  });
  return shown.map(({ _id: thanksId, words, wishTitle, shownAtMs }) => ({ thanksId, words, wishTitle, shownAtMs }));
};
