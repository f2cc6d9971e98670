import type { GiverInput, GiverKind, ShopState } from '@contract';
import type { RoleHeld } from '../kernel/access';
import { isWithin } from '../kernel/area-tree';
import { accept, refuse, type Result } from '../kernel/result';
import { handsOf, homesOf, worksAt, type Member } from '../member/member';
import type { Person } from '../person/person';
import { isRecipient } from '../wish/recipient';
import type { Claim, Wish } from '../wish/wish';

/** Who gives: a resident, a shop, or a group of people, and the person who acts for it now. */
export interface Giver {
  readonly kind: GiverKind;
  /** Whose claim it is: a member's id for oneself, the shop's for a shop, the unit's for a unit. */
  readonly partyId: string;
  readonly name: string;
  readonly contact: Member;
  /** Somebody on paper has a home of their own, not that of the staff who write it down. */
  readonly paperHouseholdId?: string;
  /** Of the party: a unit's overdue claims bar the unit, one's own bar oneself. */
  readonly overdueClaimIds: readonly string[];
}

/** A group of people as far as claiming goes. */
export type GivingUnit = { readonly _id: string; readonly name: string; readonly overdueClaimIds: readonly string[] };

/** A shop as far as giving goes. */
export type GivingShop = { readonly _id: string; readonly name: string; readonly state: ShopState; readonly overdueClaimIds: readonly string[]; readonly memberIds: readonly string[] };

export const selfGiver = (member: Member): Giver => ({ kind: 'member', partyId: member._id, name: member.displayName, contact: member, overdueClaimIds: member.overdueClaimIds });

export const unitGiver = (unit: GivingUnit, contact: Member): Giver => ({ kind: 'unit', partyId: unit._id, name: unit.name, contact, overdueClaimIds: unit.overdueClaimIds });

/** Somebody who phoned to give; staff write it down and answer for them. Seen by first character only, as their name is sealed. */
export const personGiver = (person: Pick<Person, '_id' | 'maskedName' | 'householdId' | 'overdueClaimIds'>, helper: Member): Giver => ({ kind: 'person', partyId: person._id, name: person.maskedName, contact: helper, paperHouseholdId: person.householdId, overdueClaimIds: person.overdueClaimIds });

const merchantRoleFor = (roles: readonly RoleHeld[], wishAreaId: string, shopAreaId: string | null): RoleHeld | undefined =>
  roles.find((held) => held.role === 'merchant' && isWithin(wishAreaId, held.areaId) && (shopAreaId === null || held.areaId === shopAreaId));

const NOT_OPEN: Partial<Readonly<Record<ShopState, string>>> = {
  paused: '店里先歇着，手上的照常办。想接新的，先在“我的店”里重新开张。', frozen: '社区让店里先停一停，手上的照常办；想问原因请打社区电话。', expired: '执照到期了，换了新的就能再认领。手上的照常办。',
};

/**
 * The shop of a member that is registered where the wish is. `shops`: those of the member's roles as they stand now; a
 * role given by hand has none and gives under the member's own account. Refuses OUT_OF_AREA, SHOP_NOT_OPEN.
 */
export const merchantGiver = (member: Member, wishAreaId: string, shopAreaId: string | null = null, shops: readonly GivingShop[] = []): Result<Giver> => {
  const role = merchantRoleFor(member.roles, wishAreaId, shopAreaId);
  if (role === undefined) return refuse('OUT_OF_AREA', { message: '您的店没有登记在这片社区，可以用自己的名义认领。' });
  if (role.shopId === undefined) return accept({ ...selfGiver(member), kind: 'merchant', name: role.merchantName ?? member.displayName });
  const shop = shops.find(({ _id }) => _id === role.shopId);
  const message = shop === undefined ? undefined : NOT_OPEN[shop.state];
  if (shop?.state !== 'open') return refuse('SHOP_NOT_OPEN', message === undefined ? {} : { message });
  return accept({ kind: 'merchant', partyId: shop._id, name: shop.name, contact: member, overdueClaimIds: shop.overdueClaimIds });
};

/** What a giver is decided on besides the member: the unit that the input names, the member's shops, as the shell found them. */
export interface GivingParties {
  readonly unit: GivingUnit | null;
  readonly shops: readonly GivingShop[];
}

/** As whom a person claims a wish there. Refuses OUT_OF_AREA, SHOP_NOT_OPEN, UNIT_NOT_YOURS. */
export const decideGiver = (as: GiverInput, member: Member, wishAreaId: string, { unit, shops }: GivingParties): Result<Giver> => {
  switch (as.kind) {
    case 'self':
      return accept(selfGiver(member));
    case 'merchant':
      return merchantGiver(member, wishAreaId, as.areaId, shops);
    case 'unit':
      if (unit === null || unit._id !== as.unitId || !member.partyIds.includes(unit._id)) return refuse('UNIT_NOT_YOURS');
      return accept(unitGiver(unit, member));
  }
};

/** Whether a person may take the steps of a claim: it is their own, they answer for the party that gives, or are a clerk of the shop. */
export const answersFor = (member: Pick<Member, '_id' | 'partyIds' | 'clerkOf'>, claim: Pick<Claim, 'claimerId'>): boolean => handsOf(member).includes(claim.claimerId);

/** As `answersFor`; staff of the area also for somebody who gave by phone and has no account. */
export const takesStepsFor = (member: Member, wish: Pick<Wish, 'areaId'>, claim: Pick<Claim, 'claimerId' | 'giverKind'>): boolean =>
  answersFor(member, claim) || (claim.giverKind === 'person' && worksAt(member, wish.areaId));

/** Whether the giver would give to themselves: of somebody on paper their own paper and home count, not those of who writes it down. */
export const givesToThemselves = (wish: Pick<Wish, 'recipientIds' | 'householdId'>, giver: Giver): boolean =>
  giver.paperHouseholdId === undefined ? isOwnWish(wish, giver.contact) : wish.recipientIds.includes(giver.partyId) || wish.householdId === giver.paperHouseholdId;

/** A person's own wish or that of their household, in whosever name they act. */
export const isOwnWish = (wish: Pick<Wish, 'recipientIds' | 'householdId'>, member: Pick<Member, '_id' | 'partyIds' | 'householdId' | 'paperHomes'>): boolean =>
  isRecipient(wish, member) || homesOf(member).includes(wish.householdId);
