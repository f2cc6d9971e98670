import { isGroupCoherent, type Group } from '../../cloudfunctions/core/group/group';
import type { ShareCode, ShareOpen } from '../../cloudfunctions/core/share/share-code';
import { COMMUNITY, HOUR_MS, type Community } from '../flows/support/community';
import { bindByCode, groupOf } from '../flows/support/group-steps';
import { openWish } from '../flows/support/wish-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

const isSound = (community: Community, group: Group): boolean => isGroupCoherent(group) && group.wakeAtMs > community.nowMs() - HOUR_MS;

let names = 0;

/** Groups, killed at any database call. */
const cases: readonly KilledCase[] = [
  {
    route: 'group.bind',
    prepare: async (community, _poster, giver) => {
      await community.grant(giver, 'groupOwner', COMMUNITY);
      const name = `新群${String((names += 1))}`;
      const own = (): readonly Group[] => community.documents<Group>('groups').filter((group) => group.name === name);
      return { caller: giver, input: { name, areaId: COMMUNITY }, subjectIds: () => own().map(({ _id }) => _id), happened: () => own().length === 1 && own().every((group) => isSound(community, group)) };
    },
  },
  {
    route: 'group.end',
    prepare: async (community, _poster, giver) => {
      await community.grant(giver, 'groupOwner', COMMUNITY);
      const groupId = await bindByCode(community, '邻居群', giver);
      return { caller: giver, input: { groupId }, subjectIds: () => [groupId], happened: () => isSound(community, groupOf(community, groupId)) && groupOf(community, groupId).state === 'ended' };
    },
  },
  {
    route: 'group.rename',
    prepare: async (community, _poster, giver) => {
      await community.grant(giver, 'groupOwner', COMMUNITY);
      const groupId = await bindByCode(community, '邻居群', giver);
      return { caller: giver, input: { groupId, name: '三栋的群' }, subjectIds: () => [groupId], happened: () => isSound(community, groupOf(community, groupId)) && groupOf(community, groupId).name === '三栋的群' };
    },
  },
  {
    route: 'share.open',
    prepare: async (community, poster, giver) => {
      await community.grant(giver, 'groupOwner', COMMUNITY);
      const wishId = await openWish(community, {}, poster);
      const { code } = await community.must(giver, 'share.make', { groupId: await bindByCode(community, '邻居群', giver), itemKind: 'wish', itemId: wishId });
      return { caller: poster, input: { code }, subjectIds: () => [code], happened: () => community.documents<ShareOpen>('shareOpens').filter(({ codeId }) => codeId === code).length === 1 && (community.document<ShareCode>('shareCodes', code)?.notedAtMs ?? 0) > 0 };
    },
  },
];

describeKilled(cases);
