import type { ApiContract, DeliveryListView, GiverKind } from '@contract';
import { fail } from '../kernel/result';
import { handsOf, type Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { oneOf } from '../platform/store';
import { isShopId } from '../shop/shop-id';
import { listClaimRecords } from './claim-record.repository';
import { deliveryListView } from './delivery-list';

/** More than one party could hand over in a week. */
const LIST_READ = 200;

const KINDS: Readonly<Record<'self' | 'merchant' | 'unit', GiverKind>> = { self: 'member', merchant: 'merchant', unit: 'unit' };

/** Of a unit its own; of one shop its own; else of all shops somebody is of, and what they claimed for one that was let in by hand. */
const partyIdsOf = ({ as, shopId }: ApiContract['claim.deliveryList']['parsed'], member: Member): readonly string[] => {
  if (as.kind === 'unit') return member.partyIds.includes(as.unitId) ? [as.unitId] : fail('UNIT_NOT_YOURS');
  if (as.kind === 'merchant' && shopId !== null) return isShopId(shopId) && handsOf(member).includes(shopId) ? [shopId] : fail('NOT_FOUND');
  return as.kind === 'merchant' ? [member._id, ...handsOf(member).filter(isShopId)] : [member._id];
};

/** Open claims of one party, to be printed or sent around. Refuses UNIT_NOT_YOURS, NOT_FOUND for a shop one is not of. */
export const deliveryList = async (context: MemberContext, input: ApiContract['claim.deliveryList']['parsed']): Promise<DeliveryListView> => {
  const records = await listClaimRecords({ where: { claimerId: oneOf(partyIdsOf(input, context.member)), isOpen: true }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']], limit: LIST_READ });
  const own = records.filter((record) => record.giverKind === KINDS[input.as.kind]);
  return deliveryListView(own[0]?.claimerName ?? context.member.displayName, own, context.nowMs);
};
