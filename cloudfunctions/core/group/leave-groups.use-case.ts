import { tellAggregate } from '../aggregate/tell.use-case';
import type { Member } from '../member/member';
import { decideOwnerGone } from './change-group';
import { mayKeep } from './group';
import { GROUP_KIND } from './group-kind';
import { groupsOwnedBy } from './group.repository';

/** Whoever left, or is no group owner there any more, keeps no group; their name goes from it. */
export const leaveGroups = async (member: Member, atMs: number): Promise<void> => {
  for (const { _id, areaId } of await groupsOwnedBy(member._id)) if (member.state === 'left' || !mayKeep(member, areaId)) await tellAggregate(GROUP_KIND, _id, (group) => decideOwnerGone(group, member._id, atMs));
};
