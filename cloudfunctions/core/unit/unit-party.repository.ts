import type { EffectOf } from '../effect/effect';
import { command, store } from '../platform/store';
import type { Unit } from './unit';

/**
 * Notes with a person whether they answer for a unit: as the unit stands now, not as it stood when the event was written,
 * so that late repeats all end at the same.
 */
export const syncParty = async ({ unitId, memberId }: Pick<EffectOf<'syncParty'>, 'unitId' | 'memberId'>): Promise<void> => {
  const unit = await store.find<Unit>('units', unitId);
  const isContact = unit !== null && unit.state !== 'closed' && unit.contactId === memberId;
  await store.update('members', { _id: memberId }, { partyIds: isContact ? command.addToSet(unitId) : command.pull(unitId) });
};
