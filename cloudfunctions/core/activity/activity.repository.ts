import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { Activity } from './activity';
import type { ActivityEvent } from './activity-event';

export const activityRepository = aggregateRepository<Activity, ActivityEvent>('activities');
