import type { NoticeTarget } from '@contract';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { addWorkingMs } from '../kernel/working-days';
import { RULES } from '../rules';
import { chinaDateText, chinaTimeText, HOUR_MS } from '../kernel/clock';
import { shiftOf } from '../shift/make-shift';
import type { Activity } from './activity';
import type { ActivityEvent, ShiftPlan } from './activity-event';

const reviewTaskId = (activity: Activity): string => deriveId('k', 'activityReview', activity._id, String(activity.submissions));
const askedNoticeId = (activity: Activity): string => deriveId('n', 'askedBack', activity._id, String(activity.submissions));

const to = (page: NoticeTarget['page'], activity: Activity): NoticeTarget => ({ page, wishId: null, claimId: null, subjectId: activity._id });

const toDrafter = (activity: Activity, event: ActivityEvent, title: string, body: string, todo: { readonly noticeId: string; readonly actionText: string; readonly dueAtMs: number } | null = null): Effect => ({
  kind: 'notice',
  noticeId: todo?.noticeId ?? deriveId('n', event.eventId, activity.organiserId),
  memberId: activity.organiserId,
  title,
  body,
  pictureKey: activity.pictureKey,
  target: to('activity', activity),
  todo: todo === null ? null : { actionText: todo.actionText, dueAtMs: todo.dueAtMs },
  atMs: event.atMs,
});

const submitted = (activity: Activity, event: ActivityEvent): readonly Effect[] => {
  const dueWorkingMs = RULES.activity.reviewWorkingHours * HOUR_MS;
  return [
    {
      kind: 'openTask', taskId: reviewTaskId(activity), taskKind: 'activityReview', wishId: null, claimId: null, subjectId: activity._id, assignTo: null, areaIds: activity.areaIds,
      title: activity.title, reasonText: `${activity.drafterName}起草的活动，等人看`, actionText: '打开看看', dueAtMs: addWorkingMs(event.atMs, dueWorkingMs), dueWorkingMs, atMs: event.atMs,
    },
    { kind: 'finishNotice', noticeId: deriveId('n', 'askedBack', activity._id, String(activity.submissions - 1)), memberId: activity.organiserId, atMs: event.atMs },
  ];
};

const closeReview = (activity: Activity, event: ActivityEvent, note: string): Effect => ({ kind: 'closeTask', taskId: reviewTaskId(activity), atMs: event.atMs, note });

/** Every shift hears it under the version it was said at, so that an older word never overtakes a newer one. */
const tellShifts = (activity: Activity, event: ActivityEvent, news: 'published' | 'words' | 'cancelled'): readonly Effect[] =>
  activity.shiftIds.map((shiftId) => ({ kind: 'tellShift', shiftId, news, activity: aboutOf(activity), note: activity.note, byId: event.byId, atMs: event.atMs }));

/** The people of the team whose activity it is; its shifts stand on the team's page. */
const tellTeam = (activity: Activity, event: ActivityEvent, title: string, body: string): readonly Effect[] =>
  activity.teamId === null
    ? []
    : [{ kind: 'tellTeam', newsId: event.eventId, teamId: activity.teamId, exceptId: activity.organiserId, title, body, pictureKey: activity.pictureKey, target: { page: 'team', wishId: null, claimId: null, subjectId: activity.teamId }, atMs: event.atMs }];

/** The first of some new times, in a person's words. */
const timesText = (plans: readonly ShiftPlan[]): string => {
  const [first] = [...plans].sort((a, b) => a.startsAtMs - b.startsAtMs);
  if (first === undefined) return '';
  return `${chinaDateText(first.startsAtMs)} ${chinaTimeText(first.startsAtMs)}${plans.length > 1 ? `起，一共 ${plans.length} 个时间` : ''}，在${first.placeText}`;
};

const shiftsAdded = (activity: Activity, event: Extract<ActivityEvent, { readonly kind: 'shiftsAdded' }>): readonly Effect[] => {
  const { plans } = event;
  const news = activity.state === 'published' ? tellTeam(activity, event, '队里又排了时间', `“${activity.title}”：${timesText(plans)}。在队伍页就能报名。`) : [];
  return [...plans.map((plan): Effect => ({ kind: 'openShift', shift: shiftOf(activity, plan, event) })), ...news];
};

/** What a shift copies of its activity. */
const aboutOf = ({ title, kind, pictureKey, words, version }: Activity) => ({ title, kind, pictureKey, words, version });

/** Pure: what an event of an activity brings about elsewhere. */
export const activityEffectsOf = (activity: Activity, event: ActivityEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'submitted':
      return submitted(activity, event);
    case 'askedBack':
      return [
        closeReview(activity, event, '退回去补了'),
        toDrafter(activity, event, `“${activity.title}”还要补一句`, `社区看过了：${activity.note}`, { noticeId: askedNoticeId(activity), actionText: '去补上', dueAtMs: event.atMs + RULES.activity.draftKeptMs }),
      ];
    case 'published':
      return [closeReview(activity, event, '发布了'), ...tellShifts(activity, event, 'published'), toDrafter(activity, event, `“${activity.title}”发布了`, activity.audience === 'helpTeam' ? '组里的人能看到、能报名了。' : '邻居们能报名了，也可以转到群里。'), ...tellTeam(activity, event, `${activity.organiserName}有新的活动`, `“${activity.title}”，在队伍页能看到时间，也能报名。${activity.audience === 'teamFirst' ? '先请队里的人报，过后再请别的邻居。' : ''}`)];
    case 'updated':
      return activity.state === 'draft' ? [] : tellShifts(activity, event, 'words');
    case 'shiftsAdded':
      return shiftsAdded(activity, event);
    case 'cancelled':
      return [...(event.wasSubmitted ? [closeReview(activity, event, '取消了')] : []), ...tellShifts(activity, event, 'cancelled')];
    case 'created':
    case 'lasts':
    case 'ended':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};
