import type { Member } from '../member/member';
import { roleAreaIdsOf } from '../member/roles';
import { command, store } from '../platform/store';
import type { Shop } from './shop';
import { partIn } from './shop-party';

/** Others change the same person; then the event is delivered again. */
const TRIES = 5;

/**
 * Notes with a person what they are in a shop: as it stands now, so that late repeats all end at the same. An owner
 * answers for it and gives in its name while it is not leaving; a clerk takes the steps of what it holds.
 */
export const syncShop = async (shopId: string, memberId: string): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [shop, member] = [await store.find<Shop>('shops', shopId), await store.find<Member>('members', memberId)];
    if (shop === null || member === null || member.state !== 'active') return;
    const { role, roles } = partIn(shop, member);
    const written = await store.update(
      'members',
      { _id: memberId, state: 'active', revision: member.revision },
      {
        roles: command.set(roles), roleAreaIds: command.set(roleAreaIdsOf(roles)), revision: command.inc(1),
        partyIds: role === 'owner' ? command.addToSet(shopId) : command.pull(shopId),
        clerkOf: role === 'clerk' ? command.addToSet(shopId) : command.pull(shopId),
      },
    );
    if (written === 1) return;
  }
  throw new Error(`member ${memberId} changed under every try to note their shop ${shopId}`);
};
