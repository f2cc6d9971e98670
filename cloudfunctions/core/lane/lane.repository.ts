import type { Lane } from '@contract';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { pathOf } from '../kernel/area-tree';
import { command } from '../platform/store';
import { groundOf, laneSettingId, type LaneEvent, type LaneGround, type LaneSetting } from './lane-setting';

export const laneRepository = aggregateRepository<LaneSetting, LaneEvent>('laneGrounds');

/** Settings of these lanes at a node and above it. One request. */
export const laneSettingsOn = (areaId: string, lanes: readonly Lane[]): Promise<readonly LaneSetting[]> => {
  const ids = pathOf(areaId).flatMap((node) => lanes.map((lane) => laneSettingId(node, lane)));
  return laneRepository.list({ where: { _id: command.in(ids) }, limit: ids.length });
};

/** The ground a lane stands on for a community: the nearest decided one up the tree; null when it is shut there. One request. */
export const groundFor = async (communityId: string, lane: Lane): Promise<LaneGround | null> => groundOf(await laneSettingsOn(communityId, [lane]));
