import { deriveId } from '../kernel/ids';

/** Ids say what they name: a claim's party is a member, a unit, somebody on paper or a shop. */
const SHOP_PREFIX = 'sh';

export const shopIdOf = (operationId: string): string => deriveId(SHOP_PREFIX, operationId);
export const isShopId = (partyId: string): boolean => partyId.startsWith(`${SHOP_PREFIX}_`);
