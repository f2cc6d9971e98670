import type { ActivityDetailView, ActivityView, ShiftCardView } from '@contract';
import { ancestorAt } from '../kernel/area-tree';
import type { Member } from '../member/member';
import { isInTeamOf } from '../shift/shift-access';
import { missingOf, type Activity } from './activity';
import { mayDecide, mayManage, mayReword } from './change-activity';

/** What a list reads of an activity. */
export const ACTIVITY_FIELDS = ['kind', 'state', 'title', 'pictureKey', 'areaId', 'areaName', 'organiserId', 'organiserName', 'drafterName', 'teamId', 'audience', 'shiftIds', 'lastEndsAtMs', 'submittedAtMs', 'note', 'updatedAtMs'] as const satisfies readonly (keyof Activity)[];
export type ActivityHead = Pick<Activity, '_id' | (typeof ACTIVITY_FIELDS)[number]>;

export const activityView = (activity: ActivityHead): ActivityView => ({
  activityId: activity._id,
  kind: activity.kind,
  state: activity.state,
  title: activity.title,
  pictureKey: activity.pictureKey,
  areaId: activity.areaId,
  areaName: activity.areaName,
  organiserName: activity.organiserName,
  drafterName: activity.drafterName,
  teamId: activity.teamId,
  audience: activity.audience,
  shiftCount: activity.shiftIds.length,
  lastEndsAtMs: activity.lastEndsAtMs,
  note: activity.note,
  updatedAtMs: activity.updatedAtMs,
});

const isOfDistrict = (areaId: string, reader: Member): boolean => ancestorAt(areaId, 'district') === ancestorAt(reader.areaId, 'district');

/** A draft is seen by its drafter and staff; what was published by the district, or by its help team alone. */
export const isActivityVisible = (activity: Activity, reader: Member): boolean => {
  if (mayManage(activity, reader)) return true;
  if (activity.audience === 'helpTeam') return activity.state !== 'draft' && isInTeamOf(activity, reader);
  return isPublished(activity, reader);
};

const isPublished = (activity: Activity, reader: Member): boolean => ((activity.state === 'published' || activity.state === 'ended') && isOfDistrict(activity.areaId, reader)) || (activity.state === 'cancelled' && activity.submittedAtMs !== null && isOfDistrict(activity.areaId, reader));

const isOver = (activity: Activity): boolean => activity.state === 'ended' || activity.state === 'cancelled';

export const activityDetailView = (activity: Activity, shifts: readonly ShiftCardView[], reader: Member): ActivityDetailView => {
  const isManager = mayManage(activity, reader);
  return {
    ...activityView(activity),
    ...activity.words,
    // Only who prepares it reads why it was asked back.
    note: isManager || activity.state === 'cancelled' ? activity.note : '',
    shifts,
    canEdit: (activity.state === 'draft' && isManager) || (activity.state === 'published' && mayReword(activity, reader)),
    canSubmit: activity.state === 'draft' && isManager && missingOf(activity).length === 0,
    canDecide: activity.state === 'submitted' && mayDecide(activity, reader),
    canAddShifts: isManager && !isOver(activity),
    canCancel: isManager && !isOver(activity),
    missing: isManager ? missingOf(activity) : [],
  };
};
