import type { LANE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { closeLane, confirmLane, isLaneOpen, listLanes, recordLane } from './lane.use-case';

export const laneHandlers: Pick<Handlers, keyof typeof LANE_ROUTES> = {
  'lane.isOpen': isLaneOpen,
  'lane.list': listLanes,
  'lane.record': recordLane,
  'lane.confirm': confirmLane,
  'lane.close': closeLane,
};
