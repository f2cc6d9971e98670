import type { ShopRole } from '@contract';
import type { RoleHeld } from '../kernel/access';
import type { Member } from '../member/member';
import { isAdmitted, roleIn, type Shop } from './shop';

const roleOf = (shop: Shop, memberId: string): RoleHeld => ({ role: 'merchant', areaId: shop.communityId, areaName: shop.communityName, merchantName: shop.name, shopId: shop._id, grantedBy: shop._id, grantedAtMs: shop.people[memberId]?.sinceMs ?? shop.appliedAtMs });

const isAtNode = (held: RoleHeld, areaId: string): boolean => held.role === 'merchant' && held.areaId === areaId;

/** Roles as the shop gives them; one given by hand at the same node gives way to the shop. */
const rolesWith = (roles: Member['roles'], shop: Shop, memberId: string, gives: boolean): Member['roles'] => {
  const others = roles.filter((held) => held.shopId !== shop._id);
  return gives ? [...others.filter((held) => !isAtNode(held, shop.communityId)), roleOf(shop, memberId)] : others;
};

/** Pure: what somebody is in a shop as it stands, and the roles that follow from it. */
export const partIn = (shop: Shop, member: Pick<Member, '_id' | 'roles'>): { readonly role: ShopRole | null; readonly roles: Member['roles'] } => {
  const role = isAdmitted(shop) ? roleIn(shop, member._id) : null;
  return { role, roles: rolesWith(member.roles, shop, member._id, role === 'owner' && shop.state !== 'leaving') };
};
