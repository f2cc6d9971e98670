import type { Due } from '../aggregate/aggregate-kind';
import { byClock, versionMoved } from '../aggregate/versioned';
import { RULES } from '../rules';
import type { Activity } from './activity';
import type { ActivityEvent } from './activity-event';

/** A published one ends by itself some days after its last shift; a draft nobody goes on with is put away. */
export const activityClocksOf = (activity: Activity, nowMs: number): readonly Due<ActivityEvent>[] => {
  const ending = { updatedAtMs: nowMs };
  switch (activity.state) {
    case 'published':
      return [{ atMs: (activity.lastEndsAtMs ?? activity.updatedAtMs) + RULES.activity.endAfterMs, change: versionMoved<ActivityEvent>(activity, { state: 'ended', ...ending }, { kind: 'ended', ...byClock(activity._id, 'ended', '', nowMs) }) }];
    case 'draft':
      return [{ atMs: activity.updatedAtMs + RULES.activity.draftKeptMs, change: versionMoved<ActivityEvent>(activity, { state: 'cancelled', note: '起草以后一直没交，放起来了。', ...ending }, { kind: 'cancelled', wasSubmitted: false, ...byClock(activity._id, 'cancelled', '', nowMs) }) }];
    case 'submitted':
    case 'ended':
    case 'cancelled':
      return [];
  }
};
