import { aggregateRepository } from '../aggregate/aggregate.repository';
import { RULES } from '../rules';
import type { Group, GroupEvent } from './group';

export const groupRepository = aggregateRepository<Group, GroupEvent>('groups');

const NEWEST = [['boundAtMs', 'desc'], ['_id', 'desc']] as const;

/** Bound groups of an owner, the newest first. One request. */
export const groupsOwnedBy = (memberId: string): Promise<readonly Group[]> => groupRepository.list({ where: { ownerIds: memberId, state: 'bound' }, order: NEWEST, limit: RULES.group.perOwner });

/** Bound groups of a community, the newest first. One request. */
export const groupsOfCommunity = (communityId: string): Promise<readonly Group[]> => groupRepository.list({ where: { communityId, state: 'bound' }, order: NEWEST, limit: RULES.group.listed });

/** The group an invitation is for. One request. */
export const groupInvitedTo = async (inviteId: string): Promise<Group | null> => (await groupRepository.list({ where: { inviteId }, limit: 1 }))[0] ?? null;
