import type { ACTIVITY_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { listActivities } from '../shift/shift-lists.use-case';
import { activityQueue, cancelActivity, createActivity, decideActivity, getActivity, myActivities, submitActivity, updateActivity } from './activity.use-case';

export const activityHandlers: Pick<Handlers, keyof typeof ACTIVITY_ROUTES> = {
  'activity.create': createActivity,
  'activity.update': updateActivity,
  'activity.submit': submitActivity,
  'activity.decide': decideActivity,
  'activity.cancel': cancelActivity,
  'activity.list': listActivities,
  'activity.get': getActivity,
  'activity.mine': myActivities,
  'activity.queue': activityQueue,
};
