import type { Person } from '../person/person';
import { isPersonId } from '../person/person-id';
import { command, store } from '../platform/store';
import { isShopId } from '../shop/shop-id';
import { isUnitId } from '../unit/unit';
import type { Member } from './member';

/** So many settled claims are remembered; a repeat of the flag comes minutes, not dozens of claims, later. */
const SETTLED_MAX = 50;

/** Where the party of a claim stands: a unit's overdue claims bar the unit, a shop's the shop, those of somebody on paper bar them, whoever acts for them. */
const collectionOf = (partyId: string): 'units' | 'shops' | 'persons' | 'members' => (isUnitId(partyId) ? 'units' : isShopId(partyId) ? 'shops' : isPersonId(partyId) ? 'persons' : 'members');

const flag = async (partyId: string, claimId: string): Promise<void> => {
  await store.update(collectionOf(partyId), { _id: partyId, settledClaimIds: command.neq(claimId) }, { overdueClaimIds: command.addToSet(claimId) });
};

const unflag = async (partyId: string, claimId: string): Promise<void> => {
  await store.update(
    collectionOf(partyId),
    { _id: partyId, settledClaimIds: command.neq(claimId) },
    { overdueClaimIds: command.pull(claimId), settledClaimIds: command.push({ each: [claimId], slice: -SETTLED_MAX }) },
  );
};

/** The claim bars this account no longer, though it is not settled: what was kept on paper went back to staff. */
export const dropFlag = async (memberId: string, claimId: string): Promise<void> => {
  await store.update('members', { _id: memberId }, { overdueClaimIds: command.pull(claimId) });
};

/** Whose account somebody on paper is now; null for others and while on paper. */
const holderOf = async (partyId: string): Promise<string | null> => (isPersonId(partyId) ? ((await store.find<Person>('persons', partyId))?.memberId ?? null) : null);

/**
 * Notes an overdue claim; not when it was settled before, since deliveries may repeat late. Whoever took somebody's paper
 * over is barred with them; looked at again afterwards, as the paper may change hands meanwhile.
 */
export const flagOverdue = async (partyId: string, claimId: string): Promise<void> => {
  await flag(partyId, claimId);
  const holderId = await holderOf(partyId);
  if (holderId === null) return;
  await flag(holderId, claimId);
  if ((await holderOf(partyId)) !== holderId) await dropFlag(holderId, claimId);
};

/** The claim is no longer overdue, and a late repeat of the flag will not make it so again. */
export const unflagOverdue = async (partyId: string, claimId: string): Promise<void> => {
  await unflag(partyId, claimId);
  const holderId = await holderOf(partyId);
  if (holderId !== null) await unflag(holderId, claimId);
};

/** Whether new claims are barred. */
export const isBarred = (member: Pick<Member, 'overdueClaimIds'>): boolean => member.overdueClaimIds.length > 0;
