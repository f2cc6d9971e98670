import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { ACTIVITY_KIND } from './activity-kind';
import { decideLasts } from './change-activity';

export const tellActivityLasts = ({ activityId, endsAtMs, atMs }: EffectOf<'activityLasts'>): Promise<void> => tellAggregate(ACTIVITY_KIND, activityId, (activity) => decideLasts(activity, endsAtMs, atMs));
