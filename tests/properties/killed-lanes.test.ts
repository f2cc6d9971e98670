import { isLaneCoherent, type LaneSetting } from '../../cloudfunctions/core/lane/lane-setting';
import { ADMIN, STREET, type Community } from '../flows/support/community';
import { bringStreetAdmin, laneFacts, STREET_ADMIN } from '../flows/support/lane-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

const lane = 'mutual';
let places = 0;

/** Every victim acts at a community of its own. */
const newPlace = async (community: Community): Promise<string> => {
  const code = `k${String((places += 1))}`;
  await community.must(ADMIN, 'area.add', { parentId: STREET, code, level: 'community', name: `社区${code}` });
  return `${STREET}-${code}`;
};

const stands = (community: Community, settingId: string, state: LaneSetting['state']): boolean => {
  const setting = community.document<LaneSetting>('laneGrounds', settingId);
  return setting !== null && setting.state === state && isLaneCoherent(setting);
};

/** Lanes, killed at any database call. */
const cases: readonly KilledCase[] = [
  {
    route: 'lane.record',
    prepare: async (community) => {
      const areaId = await newPlace(community);
      const settingId = `${areaId}_${lane}`;
      return { caller: ADMIN, input: laneFacts(lane, areaId), subjectIds: () => [settingId], happened: () => stands(community, settingId, 'waiting') };
    },
  },
  {
    route: 'lane.confirm',
    prepare: async (community) => {
      const areaId = await newPlace(community);
      const settingId = `${areaId}_${lane}`;
      const { version } = await community.must(ADMIN, 'lane.record', laneFacts(lane, areaId));
      return { caller: STREET_ADMIN, input: { areaId, lane, version }, subjectIds: () => [settingId], happened: () => stands(community, settingId, 'open') };
    },
  },
  {
    route: 'lane.close',
    prepare: async (community) => {
      const areaId = await newPlace(community);
      const settingId = `${areaId}_${lane}`;
      const { version } = await community.must(ADMIN, 'lane.record', laneFacts(lane, areaId));
      await community.must(STREET_ADMIN, 'lane.confirm', { areaId, lane, version });
      return { caller: ADMIN, input: { areaId, lane, reason: '换收款方' }, subjectIds: () => [settingId], happened: () => stands(community, settingId, 'closed') };
    },
  },
];

describeKilled(cases, { setUp: bringStreetAdmin });
