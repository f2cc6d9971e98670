import { isPersonId } from '../person/person';
import { command, store } from '../platform/store';
import { isUnitId } from '../unit/unit';
import type { Member } from './member';

/** So many settled claims are remembered; a repeat of the flag comes minutes, not dozens of claims, later. */
const SETTLED_MAX = 50;

/** Where the party of a claim stands: a unit's overdue claims bar the unit, those of somebody on paper bar them, whoever acts for them. */
const collectionOf = (partyId: string): 'units' | 'persons' | 'members' => (isUnitId(partyId) ? 'units' : isPersonId(partyId) ? 'persons' : 'members');

/** Notes an overdue claim; not when it was settled before, since deliveries may repeat late. */
export const flagOverdue = async (memberId: string, claimId: string): Promise<void> => {
  await store.update(collectionOf(memberId), { _id: memberId, settledClaimIds: command.neq(claimId) }, { overdueClaimIds: command.addToSet(claimId) });
};

/** The claim is no longer overdue, and a late repeat of the flag will not make it so again. */
export const unflagOverdue = async (memberId: string, claimId: string): Promise<void> => {
  await store.update(
    collectionOf(memberId),
    { _id: memberId, settledClaimIds: command.neq(claimId) },
    { overdueClaimIds: command.pull(claimId), settledClaimIds: command.push({ each: [claimId], slice: -SETTLED_MAX }) },
  );
};

/** Whether new claims are barred. */
export const isBarred = (member: Pick<Member, 'overdueClaimIds'>): boolean => member.overdueClaimIds.length > 0;
