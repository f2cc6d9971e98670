import type { GiverInput } from '@contract';
import type { Member } from '../member/member';
import { givingShopsOf } from '../shop/shop.repository';
import { findGivingUnit } from '../unit/unit.repository';
import type { GivingParties } from './giver';

/** Whom a person may name as the giver, as they stand now. One request for a unit or a shop. */
export const givingPartiesOf = async (as: GiverInput, member: Member): Promise<GivingParties> => ({
  unit: as.kind === 'unit' ? await findGivingUnit(as.unitId, member) : null,
  shops: as.kind === 'merchant' ? await givingShopsOf(member) : [],
});
