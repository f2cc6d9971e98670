import type { GROUP_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { groupTold } from './group-told.use-case';
import { acceptGroup, bindGroup, endGroup, getGroup, inviteToGroup, leaveGroup, listGroups, myGroups, removeGroupOwner, renameGroup } from './group.use-case';

export const groupHandlers: Pick<Handlers, keyof typeof GROUP_ROUTES> = {
  'group.bind': bindGroup,
  'group.told': groupTold,
  'group.rename': renameGroup,
  'group.mine': myGroups,
  'group.get': getGroup,
  'group.invite': inviteToGroup,
  'group.accept': acceptGroup,
  'group.leave': leaveGroup,
  'group.removeOwner': removeGroupOwner,
  'group.end': endGroup,
  'group.list': listGroups,
};
