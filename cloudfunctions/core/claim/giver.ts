import type { GiverInput, GiverKind } from '@contract';
import type { RoleHeld } from '../kernel/access';
import { isWithin } from '../kernel/area-tree';
import { accept, refuse, type Result } from '../kernel/result';
import { homesOf, partiesOf, worksAt, type Member } from '../member/member';
import type { Person } from '../person/person';
import { isRecipient } from '../wish/recipient';
import type { Claim, Wish } from '../wish/wish';

/** Who gives: a resident, a shop, or a group of people, and the person who acts for it now. */
export interface Giver {
  readonly kind: GiverKind;
  /** Whose claim it is: a member's id for oneself and for a shop, the unit's for a unit. */
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

export const selfGiver = (member: Member): Giver => ({ kind: 'member', partyId: member._id, name: member.displayName, contact: member, overdueClaimIds: member.overdueClaimIds });

export const unitGiver = (unit: GivingUnit, contact: Member): Giver => ({ kind: 'unit', partyId: unit._id, name: unit.name, contact, overdueClaimIds: unit.overdueClaimIds });

/** Somebody who phoned to give; staff write it down and answer for them. Seen by first character only, as their name is sealed. */
export const personGiver = (person: Pick<Person, '_id' | 'maskedName' | 'householdId' | 'overdueClaimIds'>, helper: Member): Giver => ({ kind: 'person', partyId: person._id, name: person.maskedName, contact: helper, paperHouseholdId: person.householdId, overdueClaimIds: person.overdueClaimIds });

const merchantRoleFor = (roles: readonly RoleHeld[], wishAreaId: string, shopAreaId: string | null): RoleHeld | undefined =>
  roles.find((held) => held.role === 'merchant' && isWithin(wishAreaId, held.areaId) && (shopAreaId === null || held.areaId === shopAreaId));

/** The shop of a member that is registered where the wish is. Refuses OUT_OF_AREA. */
export const merchantGiver = (member: Member, wishAreaId: string, shopAreaId: string | null = null): Result<Giver> => {
  const role = merchantRoleFor(member.roles, wishAreaId, shopAreaId);
  if (role === undefined) return refuse('OUT_OF_AREA', { message: '您的店没有登记在这片社区，可以用自己的名义认领。' });
  return accept({ ...selfGiver(member), kind: 'merchant', name: role.merchantName ?? member.displayName });
};

/** As whom a person claims a wish there. `unit` is the unit the input names, as the shell found it. Refuses OUT_OF_AREA, UNIT_NOT_YOURS. */
export const decideGiver = (as: GiverInput, member: Member, wishAreaId: string, unit: GivingUnit | null): Result<Giver> => {
  switch (as.kind) {
    case 'self':
      return accept(selfGiver(member));
    case 'merchant':
      return merchantGiver(member, wishAreaId, as.areaId);
    case 'unit':
      if (unit === null || unit._id !== as.unitId || !member.partyIds.includes(unit._id)) return refuse('UNIT_NOT_YOURS');
      return accept(unitGiver(unit, member));
  }
};

/** Whether a person may take the steps of a claim: it is their own, or they answer for the party that gives. */
export const answersFor = (member: Pick<Member, '_id' | 'partyIds'>, claim: Pick<Claim, 'claimerId'>): boolean => partiesOf(member).includes(claim.claimerId);

/** As `answersFor`; staff of the area also for somebody who gave by phone and has no account. */
export const takesStepsFor = (member: Member, wish: Pick<Wish, 'areaId'>, claim: Pick<Claim, 'claimerId' | 'giverKind'>): boolean =>
  answersFor(member, claim) || (claim.giverKind === 'person' && worksAt(member, wish.areaId));

/** Whether the giver would give to themselves: of somebody on paper their own paper and home count, not those of who writes it down. */
export const givesToThemselves = (wish: Pick<Wish, 'recipientIds' | 'householdId'>, giver: Giver): boolean =>
  giver.paperHouseholdId === undefined ? isOwnWish(wish, giver.contact) : wish.recipientIds.includes(giver.partyId) || wish.householdId === giver.paperHouseholdId;

/** A person's own wish or that of their household, in whosever name they act. */
export const isOwnWish = (wish: Pick<Wish, 'recipientIds' | 'householdId'>, member: Pick<Member, '_id' | 'partyIds' | 'householdId' | 'paperHomes'>): boolean =>
  isRecipient(wish, member) || homesOf(member).includes(wish.householdId);
