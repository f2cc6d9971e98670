import type { ActivityAudience, ActivityWordsInput } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, byClock, versionChanged } from '../aggregate/versioned';
import type { Area } from '../area/area';
import { holdsAt } from '../kernel/access';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { mayManageShift } from '../shift/shift-access';
import { isUninsured, missingOf, type Activity } from './activity';
import type { ActivityEvent, ShiftPlan } from './activity-event';

export type ActivityOutcome = OutcomeOf<ActivityEvent>;

type Owned = Pick<Activity, 'areaId' | 'organiserId' | 'teamId' | 'audience'>;

/** Whose activity it becomes and for whom; its name is what people read as the organiser. */
export interface OwningTeam {
  readonly teamId: string;
  readonly name: string;
  readonly audience: Exclude<ActivityAudience, 'everybody'>;
}

/** Staff and social workers of the area, and group owners there, may draft; of a team, whoever leads it. */
export const mayDraft = (member: Member, areaId: string, teamId: string | null): boolean => (teamId === null ? worksAt(member, areaId) || holdsAt(member.roles, ['groupOwner'], areaId) : member.ledTeamIds.includes(teamId));

/** Whoever drafted it, whoever leads its team, and staff of its area; as of its shifts. */
export const mayManage = (activity: Owned, member: Member): boolean => mayManageShift(activity, member);

/** What is published was checked: from then on staff of the area answer for its words. A help team answers for its own. */
export const mayReword = (activity: Owned, member: Member): boolean => (activity.audience === 'helpTeam' ? mayManage(activity, member) : worksAt(member, activity.areaId));

/** Another than its drafter, of the staff of its area. */
export const mayDecide = (activity: Pick<Activity, 'areaId' | 'organiserId'>, member: Member): boolean => activity.organiserId !== member._id && worksAt(member, activity.areaId);

/** Only a training teaches. */
const wordsOf = ({ kind, title, pictureKey, teaches, ...words }: ActivityWordsInput) => ({ kind, title, pictureKey, words: { ...words, teaches: kind === 'training' ? teaches : null } });

/** Pure: a draft. */
export const newActivity = (input: ActivityWordsInput, area: Pick<Area, '_id' | 'name' | 'areaIds'>, team: OwningTeam | null, drafter: Member, step: Step): Activity => ({
  _id: deriveId('v', step.operationId),
  state: 'draft',
  ...wordsOf(input),
  areaId: area._id,
  areaIds: area.areaIds,
  areaName: area.name,
  organiserId: drafter._id,
  drafterName: drafter.displayName,
  organiserName: team?.name ?? area.name,
  teamId: team?.teamId ?? null,
  audience: team?.audience ?? 'everybody',
  shiftIds: [],
  lastEndsAtMs: null,
  submissions: 0,
  submittedAtMs: null,
  note: '',
  updatedAtMs: step.nowMs,
  version: 1,
  inputHash: step.inputHash,
  steps: {},
  ...bornWith({ kind: 'created' as const, ...bySomebody(step) }),
});

const begin = (activity: Activity, isAllowed: boolean, step: Step): Result<ActivityOutcome> | null => (isAllowed ? knownStep(activity.steps, step) : refuse('OUT_OF_AREA'));

/** Refusals: OUT_OF_AREA, ACTIVITY_STATE_CHANGED, ACTIVITY_UNINSURED, ACTIVITY_NOT_READY, OPERATION_REUSED. */
export const decideUpdate = (activity: Activity, input: ActivityWordsInput, actor: Member, step: Step): Result<ActivityOutcome> => {
  const isAllowed = activity.state === 'draft' ? mayManage(activity, actor) : mayReword(activity, actor);
  const begun = begin(activity, isAllowed, step);
  if (begun !== null) return begun;
  if (activity.state !== 'draft' && activity.state !== 'published') return refuse('ACTIVITY_STATE_CHANGED');
  const next = wordsOf(input);
  if (activity.state === 'published') {
    if (isUninsured(next.words)) return refuse('ACTIVITY_UNINSURED');
    const [missing] = missingOf({ ...next, shiftIds: activity.shiftIds });
    if (missing !== undefined) return refuse('ACTIVITY_NOT_READY', { message: `${missing}。` });
  }
  return accept(versionChanged(activity, step, { ...next, updatedAtMs: step.nowMs }, { kind: 'updated', ...bySomebody(step) }));
};

/** Refusals: OUT_OF_AREA, ACTIVITY_STATE_CHANGED, ACTIVITY_UNINSURED, ACTIVITY_NOT_READY, OPERATION_REUSED. */
export const decideSubmit = (activity: Activity, actor: Member, step: Step): Result<ActivityOutcome> => {
  const begun = begin(activity, mayManage(activity, actor), step);
  if (begun !== null) return begun;
  if (activity.state !== 'draft') return refuse('ACTIVITY_STATE_CHANGED');
  if (isUninsured(activity.words)) return refuse('ACTIVITY_UNINSURED');
  const [missing] = missingOf(activity);
  if (missing !== undefined) return refuse('ACTIVITY_NOT_READY', { message: `${missing}。` });
  // Nobody outside sees what a help team does, so nobody outside looks at it first.
  if (activity.audience === 'helpTeam') return accept(versionChanged(activity, step, { state: 'published', submittedAtMs: step.nowMs, note: '', updatedAtMs: step.nowMs }, { kind: 'published', ...bySomebody(step) }, { add: { submissions: 1 } }));
  return accept(versionChanged(activity, step, { state: 'submitted', submittedAtMs: step.nowMs, note: '', updatedAtMs: step.nowMs }, { kind: 'submitted', ...bySomebody(step) }, { add: { submissions: 1 } }));
};

export type Decision = { readonly kind: 'publish' } | { readonly kind: 'askBack'; readonly note: string };

/** By another than the drafter. Refusals: OUT_OF_AREA, ACTIVITY_OWN_DRAFT, ACTIVITY_STATE_CHANGED, ACTIVITY_UNINSURED, OPERATION_REUSED. */
export const decideDecision = (activity: Activity, decision: Decision, actor: Member, step: Step): Result<ActivityOutcome> => {
  const begun = begin(activity, worksAt(actor, activity.areaId), step);
  if (begun !== null) return begun;
  if (!mayDecide(activity, actor)) return refuse('ACTIVITY_OWN_DRAFT');
  if (activity.state !== 'submitted') return refuse('ACTIVITY_STATE_CHANGED');
  if (decision.kind === 'askBack') return accept(versionChanged(activity, step, { state: 'draft', note: decision.note, updatedAtMs: step.nowMs }, { kind: 'askedBack', ...bySomebody(step) }));
  return isUninsured(activity.words) ? refuse('ACTIVITY_UNINSURED') : accept(versionChanged(activity, step, { state: 'published', updatedAtMs: step.nowMs }, { kind: 'published', ...bySomebody(step) }));
};

/** Refusals: OUT_OF_AREA, ACTIVITY_STATE_CHANGED, OPERATION_REUSED. */
export const decideCancel = (activity: Activity, reason: string, actor: Member, step: Step): Result<ActivityOutcome> => {
  const begun = begin(activity, mayManage(activity, actor), step);
  if (begun !== null) return begun;
  if (activity.state === 'ended' || activity.state === 'cancelled') return refuse('ACTIVITY_STATE_CHANGED');
  return accept(versionChanged(activity, step, { state: 'cancelled', note: reason, updatedAtMs: step.nowMs }, { kind: 'cancelled', wasSubmitted: activity.state === 'submitted', ...bySomebody(step) }));
};

/** Why a time does not do; null when it does. */
export const timeRefusalOf = (startsAtMs: number, endsAtMs: number, nowMs: number): ReturnType<typeof refuse> | null => {
  if (startsAtMs <= nowMs) return refuse('BAD_INPUT', { fields: { startsAtMs: '开始的时间已经过了' } });
  if (endsAtMs <= startsAtMs) return refuse('BAD_INPUT', { fields: { endsAtMs: '结束要在开始以后' } });
  if (endsAtMs - startsAtMs > RULES.shift.durationMaxMs) return refuse('BAD_INPUT', { fields: { endsAtMs: '一班最长一天，跨天的分成几班' } });
  return startsAtMs - nowMs > RULES.shift.aheadMaxMs ? refuse('BAD_INPUT', { fields: { startsAtMs: '最多排到一年以内' } }) : null;
};

export type PlannedTime = Omit<ShiftPlan, 'shiftId'>;

export const shiftIdOf = (operationId: string, index: number): string => deriveId('h', operationId, String(index));

/** Several times in one act. Refusals: OUT_OF_AREA, ACTIVITY_STATE_CHANGED, SHIFTS_FULL, BAD_INPUT, OPERATION_REUSED. */
export const decideAddShifts = (activity: Activity, times: readonly PlannedTime[], actor: Member, step: Step): Result<ActivityOutcome> => {
  const begun = begin(activity, mayManage(activity, actor), step);
  if (begun !== null) return begun;
  if (activity.state === 'ended' || activity.state === 'cancelled') return refuse('ACTIVITY_STATE_CHANGED', { message: '这个活动已经结束，另开一个吧。' });
  if (activity.shiftIds.length + times.length > RULES.activity.shiftsMax) return refuse('SHIFTS_FULL');
  for (const time of times) {
    const refusal = timeRefusalOf(time.startsAtMs, time.endsAtMs, step.nowMs);
    if (refusal !== null) return refusal;
  }
  const plans = times.map((time, index) => ({ shiftId: shiftIdOf(step.operationId, index), ...time }));
  const lastEndsAtMs = Math.max(activity.lastEndsAtMs ?? 0, ...plans.map((plan) => plan.endsAtMs));
  return accept(versionChanged(activity, step, { shiftIds: [...activity.shiftIds, ...plans.map((plan) => plan.shiftId)], lastEndsAtMs, updatedAtMs: step.nowMs }, { kind: 'shiftsAdded', plans, ...bySomebody(step) }));
};

/** A shift tells that it ends later; told twice, or when it is known, nothing changes. */
export const decideLasts = (activity: Activity, endsAtMs: number, atMs: number): Result<ActivityOutcome> =>
  endsAtMs <= (activity.lastEndsAtMs ?? 0)
    ? accept(REPLAY)
    : accept(changedBy<ActivityEvent>({ when: { state: is(activity.state), version: is(activity.version) }, set: { lastEndsAtMs: endsAtMs }, add: { version: 1 }, event: { kind: 'lasts', ...byClock(activity._id, 'lasts', String(endsAtMs), atMs) } }));
