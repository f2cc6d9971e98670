import type { ApiContract, GroupToldView } from '@contract';
import { keyedId } from '../kernel/ids';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { openGroupIdOf } from '../platform/open-data';
import { isOwner } from './group';
import { groupRepository } from './group.repository';

/** The id under which the group of a CloudID is bound: a keyed hash of what WeChat calls it. Refuses GROUP_NOT_TOLD. */
export const toldGroupId = async (cloudId: string): Promise<string> => keyedId('g', environmentValue('LINYUAN_ID_SECRET'), 'wechat', (await openGroupIdOf(cloudId)) ?? fail('GROUP_NOT_TOLD'));

const STRANGE = { groupId: null, name: '' } as const;

/** Refuses GROUP_NOT_TOLD. One request. */
export const groupTold = async ({ member }: MemberContext, { cloudId }: ApiContract['group.told']['parsed']): Promise<GroupToldView> => {
  const group = await groupRepository.find(await toldGroupId(cloudId));
  if (group === null) return { standing: 'free', ...STRANGE };
  if (isOwner(group, member)) return { standing: 'mine', groupId: group._id, name: group.name };
  if (group.state === 'bound') return { standing: 'others', ...STRANGE };
  return { standing: group.endedBy === 'staff' && !worksAt(member, group.communityId) ? 'shut' : 'free', ...STRANGE };
};
