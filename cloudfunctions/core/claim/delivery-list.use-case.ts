import type { ApiContract, DeliveryListView, GiverKind } from '@contract';
import { fail } from '../kernel/result';
import type { MemberContext } from '../platform/context';
import { listClaimRecords } from './claim-record.repository';
import { deliveryListView } from './delivery-list';

/** More than one party could hand over in a week. */
const LIST_READ = 200;

const KINDS: Readonly<Record<'self' | 'merchant' | 'unit', GiverKind>> = { self: 'member', merchant: 'merchant', unit: 'unit' };

/** Open claims of one party, to be printed or sent around. Refuses UNIT_NOT_YOURS. */
export const deliveryList = async (context: MemberContext, { as }: ApiContract['claim.deliveryList']['parsed']): Promise<DeliveryListView> => {
  const partyId = as.kind === 'unit' ? as.unitId : context.callerId;
  if (as.kind === 'unit' && !context.member.partyIds.includes(partyId)) fail('UNIT_NOT_YOURS');
  const records = await listClaimRecords({ where: { claimerId: partyId, isOpen: true }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']], limit: LIST_READ });
  const own = records.filter((record) => record.giverKind === KINDS[as.kind]);
  return deliveryListView(own[0]?.claimerName ?? context.member.displayName, own, context.nowMs);
};
