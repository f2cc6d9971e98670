import { LIMITS, type ActivityDetailView, type ActivityView, type ApiContract, type Page, type ShiftCardView } from '@contract';
import * as v from 'valibot';
import type { OutcomeOf } from '../aggregate/change';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { isWithin } from '../kernel/area-tree';
import { fail, type Result } from '../kernel/result';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { leadRefusalOf } from '../shift/change-shift';
import { shiftOf } from '../shift/make-shift';
import { shiftCardView } from '../shift/shift-card';
import { listShiftCards } from '../shift/shift.repository';
import { leadOf } from '../shift/shift.use-case';
import { checkWords } from '../shift/words-check.use-case';
import { teamRepository } from '../team/team.repository';
import { SHELF_STATES, type Activity } from './activity';
import type { ActivityEvent } from './activity-event';
import { ACTIVITY_KIND } from './activity-kind';
import { activityRepository } from './activity.repository';
import { ACTIVITY_FIELDS, activityDetailView, activityView, isActivityVisible, type ActivityHead } from './activity-view';
import { decideAddShifts, decideCancel, decideDecision, decideSubmit, decideUpdate, mayDraft, newActivity, shiftIdOf, type OwningTeam } from './change-activity';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type Words = Parsed<'activity.create'>['words'];

const textsOf = (words: Words): readonly string[] => [words.title, words.story, words.insurance, words.risk.note, words.contactRole, ...words.skills, ...words.questions];

const shiftsOf = async (activityId: string): Promise<readonly ShiftCardView[]> =>
  (await listShiftCards({ where: { activityId }, order: [['startsAtMs', 'asc'], ['_id', 'asc']], limit: RULES.activity.shiftsMax })).map((shift) => shiftCardView(shift));

const change = async (context: MemberContext, activityId: string, decide: (activity: Activity) => Result<OutcomeOf<ActivityEvent>>): Promise<ActivityDetailView> => {
  const activity = await changeAggregate(ACTIVITY_KIND, context, activityId, decide);
  return activityDetailView(activity, await shiftsOf(activityId), context.member);
};

/** The team it is of, within whose place it is. A help team's is for nobody else, whatever was asked. Refuses OUT_OF_AREA, TEAM_STATE_CHANGED. */
const owningTeamOf = async ({ areaId, team }: Parsed<'activity.create'>): Promise<OwningTeam | null> => {
  if (team === null) return null;
  const found = (await teamRepository.find(team.teamId)) ?? fail('NOT_FOUND');
  if (found.state !== 'active') return fail('TEAM_STATE_CHANGED');
  if (!isWithin(areaId, found.areaId)) return fail('OUT_OF_AREA');
  return { teamId: found._id, name: found.name, audience: found.kind === 'help' ? 'helpTeam' : team.audience };
};

/** Refuses OUT_OF_AREA, NOT_FOUND (no such area or team), TEAM_STATE_CHANGED, TEXT_RISKY, OPERATION_REUSED. */
export const createActivity = async (context: MemberContext, input: Parsed<'activity.create'>): Promise<ActivityDetailView> => {
  if (!mayDraft(context.member, input.areaId, input.team?.teamId ?? null)) return fail('OUT_OF_AREA');
  const [area, team] = await Promise.all([findArea(input.areaId), owningTeamOf(input)]);
  if (area === null) return fail('NOT_FOUND');
  await checkWords(context, textsOf(input.words), 'story');
  const activity = newActivity(input.words, area, team, context.member, stepOf(context, input));
  if ((await activityRepository.insert(activity)) === 'exists') {
    const standing = await activityRepository.get(activity._id);
    return standing.inputHash === activity.inputHash ? activityDetailView(standing, [], context.member) : fail('OPERATION_REUSED');
  }
  await settleAfterCommand(ACTIVITY_KIND, activity._id, context.nowMs, context.requestId);
  return activityDetailView(activity, [], context.member);
};

export const updateActivity = async (context: MemberContext, input: Parsed<'activity.update'>): Promise<ActivityDetailView> => {
  await checkWords(context, textsOf(input.words), 'story');
  return change(context, input.activityId, (activity) => decideUpdate(activity, input.words, context.member, stepOf(context, input)));
};

export const submitActivity = (context: MemberContext, input: Parsed<'activity.submit'>): Promise<ActivityDetailView> =>
  change(context, input.activityId, (activity) => decideSubmit(activity, context.member, stepOf(context, input)));

export const decideActivity = (context: MemberContext, input: Parsed<'activity.decide'>): Promise<ActivityDetailView> =>
  change(context, input.activityId, (activity) => decideDecision(activity, input.decision, context.member, stepOf(context, input)));

export const cancelActivity = async (context: MemberContext, input: Parsed<'activity.cancel'>): Promise<ActivityDetailView> => {
  await checkWords(context, [input.reason], 'reason');
  return change(context, input.activityId, (activity) => decideCancel(activity, input.reason, context.member, stepOf(context, input)));
};

/** The shifts are written by the activity's event; the reply shows them as they will stand. */
export const addShifts = async (context: MemberContext, input: Parsed<'shift.add'>): Promise<readonly ShiftCardView[]> => {
  await checkWords(context, [input.placeText], 'placeText');
  const lead = (await leadOf(input.leadCode)) ?? { leadId: context.callerId, leadName: context.member.displayName, teamIds: context.member.teamIds };
  const { placeText, capacity } = input;
  const step = stepOf(context, input);
  const times = input.times.map((time) => ({ ...time, placeText, capacity, leadId: lead.leadId, leadName: lead.leadName }));
  const activity = await changeAggregate(ACTIVITY_KIND, context, input.activityId, (found) => {
    const refusal = leadRefusalOf(found, lead);
    return refusal ?? decideAddShifts(found, times, context.member, step);
  });
  return times.map((time, index) => shiftCardView(shiftOf(activity, { shiftId: shiftIdOf(step.operationId, index), ...time }, { atMs: context.nowMs, byId: context.callerId })));
};

export const getActivity = async (context: MemberContext, input: Parsed<'activity.get'>): Promise<ActivityDetailView> => {
  const activity = await activityRepository.get(input.activityId);
  if (!isActivityVisible(activity, context.member)) return fail('NOT_FOUND');
  return activityDetailView(activity, await shiftsOf(activity._id), context.member);
};

const readHeads = (where: Readonly<Record<string, unknown>>, order: readonly (readonly [string, 'asc' | 'desc'])[]): Promise<readonly ActivityHead[]> =>
  store.query<ActivityHead>('activities', { where, order, limit: LIMITS.pageSize + 1, fields: ACTIVITY_FIELDS });

const pageOf = (heads: readonly ActivityHead[], placeOf: (head: ActivityHead) => number): Page<ActivityView> => {
  const shown = heads.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map(activityView), nextCursor: heads.length > shown.length && end ? encodeCursor([placeOf(end), end._id]) : null };
};

const PLACE = v.tuple([v.number(), v.string()]);
const MINE_ORDER = [['updatedAtMs', 'desc'], ['_id', 'desc']] as const;
const QUEUE_ORDER = [['submittedAtMs', 'asc'], ['_id', 'asc']] as const;

export const myActivities = async (context: MemberContext, input: Parsed<'activity.mine'>): Promise<Page<ActivityView>> => {
  const where = whereAfter({ organiserId: context.callerId, state: oneOf(SHELF_STATES[input.shelf]) }, MINE_ORDER, decodeCursor(input.cursor, PLACE));
  return pageOf(await readHeads(where, MINE_ORDER), (head) => head.updatedAtMs);
};

/** What waits to be checked. Refuses OUT_OF_AREA. */
export const activityQueue = async (context: MemberContext, input: Parsed<'activity.queue'>): Promise<Page<ActivityView>> => {
  if (!worksAt(context.member, input.areaId)) return fail('OUT_OF_AREA');
  const where = whereAfter({ areaIds: input.areaId, state: 'submitted' }, QUEUE_ORDER, decodeCursor(input.cursor, PLACE));
  return pageOf(await readHeads(where, QUEUE_ORDER), (head) => head.submittedAtMs ?? 0);
};
