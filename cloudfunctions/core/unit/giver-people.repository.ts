import { command, store } from '../platform/store';
import type { Unit } from './unit';

/**
 * Notes with the directed gifts of a unit that are at work who belongs to it: as the unit stands now, so that late
 * repeats all end at the same. None of them stands for the community on such a gift, whenever they joined.
 */
export const syncGiverPeople = async (unitId: string): Promise<void> => {
  const unit = await store.find<Unit>('units', unitId);
  if (unit !== null) await store.update('directedGifts', { 'giver.partyId': unitId, isLive: true }, { 'giver.peopleIds': command.set(unit.memberIds), revision: command.inc(1) });
};
