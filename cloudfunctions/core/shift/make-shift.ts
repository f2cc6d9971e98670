import { bornWith } from '../aggregate/aggregate';
import type { Activity } from '../activity/activity';
import type { ActivityEvent, ShiftPlan } from '../activity/activity-event';
import { ancestorAt } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import { remindedAt } from './reminders';
import type { Shift } from './shift';
import { firstUntilMsOf } from './team-first';

const shownInOf = ({ audience, teamId, areaId }: Pick<Activity, 'audience' | 'teamId' | 'areaId'>): string => ((audience === 'teamOnly' || audience === 'helpTeam') && teamId !== null ? teamId : (ancestorAt(areaId, 'community') ?? areaId));

/** Pure: the shift that a plan of its activity becomes; open at once when the activity is published. */
export const shiftOf = (activity: Activity, plan: ShiftPlan, event: Pick<ActivityEvent, 'atMs' | 'byId'>): Shift => ({
  _id: plan.shiftId,
  activityId: activity._id,
  state: activity.state === 'published' ? 'open' : 'planned',
  kind: activity.kind,
  title: activity.title,
  pictureKey: activity.pictureKey,
  words: activity.words,
  wordsVersion: activity.version,
  areaId: activity.areaId,
  areaIds: activity.areaIds,
  areaName: activity.areaName,
  shownIn: shownInOf(activity),
  organiserId: activity.organiserId,
  organiserName: activity.organiserName,
  teamId: activity.teamId,
  audience: activity.audience,
  firstUntilMs: activity.state === 'published' ? firstUntilMsOf({ audience: activity.audience, startsAtMs: plan.startsAtMs }, event.atMs) : null,
  leadId: plan.leadId,
  leadName: plan.leadName,
  startsAtMs: plan.startsAtMs,
  endsAtMs: plan.endsAtMs,
  movedAtMs: null,
  placeText: plan.placeText,
  capacity: plan.capacity,
  seatsLeft: plan.capacity,
  waitingCount: 0,
  signUps: {},
  signUpCount: 0,
  broadcasts: {},
  reminded: remindedAt(plan.startsAtMs, event.atMs),
  isMinorsWarned: false,
  isBegun: false,
  isRosterLate: false,
  confirmedAtMs: null,
  confirmedById: null,
  note: '',
  version: 1,
  steps: {},
  ...bornWith({ kind: 'created' as const, eventId: deriveId('e', plan.shiftId, 'created'), atMs: event.atMs, byId: event.byId }),
});
