import { fail } from '../kernel/result';
import { store } from '../platform/store';
import type { Shop } from './shop';
import { isShopId } from './shop-id';

/** Whether a party may offer something new: a shop only while it is open. One request for a shop. Refuses SHOP_NOT_OPEN. */
export const assertShopGives = async (partyId: string): Promise<void> => {
  if (!isShopId(partyId)) return;
  const shop = await store.find<Shop>('shops', partyId);
  if (shop?.state !== 'open') fail('SHOP_NOT_OPEN');
};
