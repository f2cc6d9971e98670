import { tellAggregate } from '../aggregate/tell.use-case';
import { listClaimRecords } from '../claim/claim-record.repository';
import type { EffectOf } from '../effect/effect';
import { holdsAt } from '../kernel/access';
import type { Member } from '../member/member';
import { store } from '../platform/store';
import { RULES } from '../rules';
import type { Unit } from '../unit/unit';
import { decideCounted, decidePersonLeft, decideShopGone, decideUnitNow } from './change-supply';
import { SUPPLY_KIND } from './supply-kind';
import { recordOfClaims } from './supply-record';
import { suppliesKeptBy, supplyRepository } from './supply.repository';

/** Counts what its party did, where it can have claimed at all. */
export const countSupply = async ({ supplyId, atMs }: EffectOf<'countSupply'>): Promise<void> => {
  const supply = await supplyRepository.find(supplyId);
  if (supply === null || supply.partyKind === 'organisation') return;
  const claims = await listClaimRecords({ where: { claimerId: supply.partyId, isOpen: false }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']], limit: RULES.supply.claimsCounted });
  await tellAggregate(SUPPLY_KIND, supplyId, (standing) => decideCounted(standing, recordOfClaims(supply, claims, atMs), supply.category, atMs));
};

/** Offers of a unit as the unit stands now, so that late repeats all end at the same. */
export const syncSupplies = async ({ unitId, atMs }: EffectOf<'syncSupplies'>): Promise<void> => {
  const unit = await store.find<Unit>('units', unitId);
  if (unit === null) return;
  for (const { _id } of await suppliesKeptBy([unitId])) await tellAggregate(SUPPLY_KIND, _id, (supply) => decideUnitNow(supply, unit, atMs));
};

/** Whoever left offers nothing any more, and their words go. */
export const leaveSupplies = async (memberId: string, atMs: number): Promise<void> => {
  for (const { _id } of await suppliesKeptBy([memberId], true)) await tellAggregate(SUPPLY_KIND, _id, (supply) => decidePersonLeft(supply, atMs));
};

/** A shop offers where it is admitted. */
export const leaveShopSupplies = async (member: Member, atMs: number): Promise<void> => {
  for (const { _id, partyKind, communityId } of await suppliesKeptBy([member._id])) {
    if (partyKind === 'merchant' && !holdsAt(member.roles, ['merchant'], communityId)) await tellAggregate(SUPPLY_KIND, _id, (supply) => decideShopGone(supply, atMs));
  }
};
