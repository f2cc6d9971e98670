import type { GroupRef, GroupView } from '@contract';
import { worksAt, type Member } from '../member/member';
import { isOwner, type Group } from './group';

export const groupRefOf = ({ _id, state }: Pick<Group, '_id' | 'state'>): GroupRef => ({ groupId: _id, state });

/** As an owner or staff of the community read it. */
export const groupView = (group: Group, reader: Member): GroupView => {
  const isBound = group.state === 'bound';
  const isStaff = worksAt(reader, group.communityId);
  const isMine = isOwner(group, reader);
  return {
    ...groupRefOf(group),
    name: group.name,
    boundBy: group.boundBy,
    communityId: group.communityId,
    communityName: group.communityName,
    areaName: group.areaName,
    owners: group.ownerIds.map((memberId) => ({ memberId, name: group.owners[memberId]?.name ?? '', sinceMs: group.owners[memberId]?.sinceMs ?? group.boundAtMs, isMe: memberId === reader._id })),
    boundAtMs: group.boundAtMs,
    note: group.note,
    isMine,
    canRemoveOwner: isBound && isStaff,
    canEnd: isBound && (isMine || isStaff),
  };
};
