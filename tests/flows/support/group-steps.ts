import type { Group } from '../../../cloudfunctions/core/group/group';
import { COMMUNITY, GRID, type Community } from './community';

/** Group owners (群主) of the community. */
export const OWNER = 'oTestGroupOwnerFang';
export const CO_OWNER = 'oTestGroupOwnerSun';

export const withOwners = async (community: Community): Promise<void> => {
  for (const [openid, name] of [[OWNER, '方姐'], [CO_OWNER, '孙姐']] as const) {
    await community.join(openid, name, GRID);
    await community.grant(openid, 'groupOwner', COMMUNITY);
  }
};

/** What WeChat hands a page that was opened from a group. */
export const cloudIdOf = async (community: Community, openid: string, opengid: string): Promise<string> => String((await community.cloud.control('open-data', { openid, kind: 'group', data: { opengid } })).cloudID);

/** Bound by its owner's word. */
export const bindByCode = async (community: Community, name = '枫林里邻居群', openid = OWNER): Promise<string> => (await community.must(openid, 'group.bind', { name, areaId: COMMUNITY })).groupId;

export const groupOf = (community: Community, groupId: string): Group => {
  const found = community.document<Group>('groups', groupId);
  if (found === undefined || found === null) throw new Error(`no group ${groupId}`);
  return found;
};
