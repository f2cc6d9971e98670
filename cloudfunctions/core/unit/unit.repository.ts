import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { GivingUnit } from '../claim/giver';
import type { Member } from '../member/member';
import type { Unit, UnitEvent } from './unit';

/** More units than a person could ever be in. */
const UNITS_READ = 20;

export const unitRepository = aggregateRepository<Unit, UnitEvent>('units');

/** Units somebody is in, the oldest first. One request. */
export const unitsOf = (memberId: string): Promise<readonly Unit[]> => unitRepository.list({ where: { memberIds: memberId }, order: [['createdAtMs', 'asc']], limit: UNITS_READ });

/** By the code its contact reads out; null when nobody has it. */
export const findUnitByCode = async (joinCode: string): Promise<Unit | null> => (await unitRepository.list({ where: { joinCode }, limit: 1 }))[0] ?? null;

/** The unit a person gives for: null unless they are its contact now. One request. */
export const findGivingUnit = async (unitId: string, member: Member): Promise<GivingUnit | null> => {
  const unit = await unitRepository.find(unitId);
  return unit !== null && unit.state === 'active' && unit.contactId === member._id ? unit : null;
};
