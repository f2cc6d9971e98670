import type { RoleHeld } from '../kernel/access';
import type { Member } from '../member/member';
import { roleAreaIdsOf } from '../member/roles';
import { command, store } from '../platform/store';
import { isAdmitted, roleIn, type Shop } from './shop';

/** Others change the same person; then the event is delivered again. */
const TRIES = 5;

const roleOf = (shop: Shop, memberId: string): RoleHeld => ({ role: 'merchant', areaId: shop.communityId, areaName: shop.communityName, merchantName: shop.name, shopId: shop._id, grantedBy: shop._id, grantedAtMs: shop.people[memberId]?.sinceMs ?? shop.appliedAtMs });

const isAtNode = (held: RoleHeld, areaId: string): boolean => held.role === 'merchant' && held.areaId === areaId;

/** Pure: roles as the shop gives them; one given by hand at the same node gives way to the shop. */
const rolesWith = (roles: Member['roles'], shop: Shop, memberId: string, gives: boolean): Member['roles'] => {
  const others = roles.filter((held) => held.shopId !== shop._id);
  return gives ? [...others.filter((held) => !isAtNode(held, shop.communityId)), roleOf(shop, memberId)] : others;
};

/**
 * Notes with a person what they are in a shop: as it stands now, so that late repeats all end at the same. An owner
 * answers for it and gives in its name while it is not leaving; a clerk takes the steps of what it holds.
 */
export const syncShop = async (shopId: string, memberId: string): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [shop, member] = [await store.find<Shop>('shops', shopId), await store.find<Member>('members', memberId)];
    if (shop === null || member === null || member.state !== 'active') return;
    const role = isAdmitted(shop) ? roleIn(shop, memberId) : null;
    const roles = rolesWith(member.roles, shop, memberId, role === 'owner' && shop.state !== 'leaving');
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
