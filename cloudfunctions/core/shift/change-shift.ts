import { changedBy, is, REPLAY } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, byClock, versionChanged } from '../aggregate/versioned';
import type { Activity } from '../activity/activity';
import { timeRefusalOf } from '../activity/change-activity';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { broadcast } from './broadcast';
import type { ShiftOutcome } from './move-sign-up';
import { remindedAt } from './reminders';
import type { Shift } from './shift';
import { mayLead, mayManageShift } from './shift-access';
import { firstUntilMsMoved, firstUntilMsOf } from './team-first';
import type { ShiftEvent } from './shift-event';

/** Somebody named by the code they read out; `teamIds` say whether they may lead what is a help team's. */
export interface Lead {
  readonly leadId: string;
  readonly leadName: string;
  readonly teamIds: readonly string[];
}

export interface ShiftEdit {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly placeText: string;
  readonly capacity: number;
  /** Null leaves the lead as it is. */
  readonly lead: Lead | null;
}

const editable = (shift: Shift, step: Step): ReturnType<typeof refuse> | null =>
  (shift.state === 'planned' || shift.state === 'open') && shift.startsAtMs > step.nowMs ? null : refuse('SHIFT_STATE_CHANGED', { message: '这一班已经开始或者结束，改不了了。' });

const capacityRefusalOf = (shift: Shift, capacity: number): ReturnType<typeof refuse> | null => {
  const taken = shift.capacity - shift.seatsLeft;
  return capacity < taken ? refuse('SHIFT_CAPACITY_TAKEN', { message: `已经有 ${taken} 位报上了，人数不能少于 ${taken}。`, fields: { capacity: `不能少于 ${taken}` } }) : null;
};

/** A help team's shift is led from among its own people: nobody else learns of it. */
export const leadRefusalOf = ({ audience, teamId }: Pick<Shift, 'audience' | 'teamId'>, lead: Lead | null): ReturnType<typeof refuse> | null =>
  lead === null || audience !== 'helpTeam' || (teamId !== null && lead.teamIds.includes(teamId)) ? null : refuse('SHIFT_NEEDS_LEAD', { message: '帮扶小组的班次要由组里的人带。', fields: { leadCode: '这位不在组里' } });

/** A new time: reminders begin anew, and everybody who is in is told of it. */
const movedSet = (shift: Shift, edit: ShiftEdit, step: Step): Readonly<Record<string, unknown>> => {
  const isMoved = edit.startsAtMs !== shift.startsAtMs || edit.endsAtMs !== shift.endsAtMs;
  if (!isMoved && edit.placeText === shift.placeText) return {};
  return {
    ...(isMoved && { startsAtMs: edit.startsAtMs, endsAtMs: edit.endsAtMs, movedAtMs: step.nowMs, reminded: remindedAt(edit.startsAtMs, step.nowMs), firstUntilMs: firstUntilMsMoved(shift, edit.startsAtMs, step.nowMs) }),
    placeText: edit.placeText,
    ...broadcast('moved', step.nowMs),
  };
};

/**
 * Time, place, seats, lead. Sign-ups stand, people are told. Refusals: NOT_ALLOWED, SHIFT_STATE_CHANGED,
 * SHIFT_CAPACITY_TAKEN with the number, BAD_INPUT, OPERATION_REUSED.
 */
export const decideEdit = (shift: Shift, edit: ShiftEdit, actor: Member, step: Step): Result<ShiftOutcome> => {
  if (!mayLead(shift, actor)) return refuse('NOT_ALLOWED');
  const known = knownStep(shift.steps, step);
  if (known !== null) return known;
  const refusal = editable(shift, step) ?? timeRefusalOf(edit.startsAtMs, edit.endsAtMs, step.nowMs) ?? capacityRefusalOf(shift, edit.capacity) ?? leadRefusalOf(shift, edit.lead);
  if (refusal !== null) return refusal;
  const more = edit.capacity - shift.capacity;
  const hasNewLead = edit.lead !== null && edit.lead.leadId !== shift.leadId;
  return accept(
    versionChanged<ShiftEvent>(shift, step, { ...movedSet(shift, edit, step), capacity: edit.capacity, ...(edit.lead !== null && { leadId: edit.lead.leadId, leadName: edit.lead.leadName }) }, { kind: 'changed', hasNewLead, ...bySomebody(step) }, {
      // People go on signing up meanwhile: what counts is what is taken at the moment of writing.
      when: { startsAtMs: is(shift.startsAtMs), seatsLeft: { atLeast: Math.max(0, -more) } },
      add: { seatsLeft: more },
    }),
  );
};

/** Called off, with a reason that everybody reads. Refusals: NOT_ALLOWED, SHIFT_STATE_CHANGED, OPERATION_REUSED. */
export const decideCallOff = (shift: Shift, reason: string, actor: Member, step: Step): Result<ShiftOutcome> => {
  if (!mayManageShift(shift, actor)) return refuse('NOT_ALLOWED');
  const known = knownStep(shift.steps, step);
  if (known !== null) return known;
  if (shift.state !== 'planned' && shift.state !== 'open') return refuse('SHIFT_STATE_CHANGED');
  return accept(versionChanged<ShiftEvent>(shift, step, { state: 'cancelled', note: reason, ...broadcast('cancelled', step.nowMs, reason) }, { kind: 'cancelled', ...bySomebody(step) }));
};

/** What an activity tells its shifts. */
export interface ActivityNews {
  readonly news: 'published' | 'words' | 'cancelled';
  readonly activity: Pick<Activity, 'title' | 'kind' | 'pictureKey' | 'words' | 'version'>;
  readonly note: string;
  readonly byId: string;
  readonly atMs: number;
}

const toldSet = (shift: Shift, { news, activity, note, atMs }: ActivityNews): Readonly<Record<string, unknown>> | null => {
  if (news === 'cancelled') return shift.state === 'planned' || (shift.state === 'open' && shift.startsAtMs > atMs) ? { state: 'cancelled', note, ...broadcast('cancelled', atMs, note) } : null;
  const { title, kind, pictureKey, words, version } = activity;
  const isPublished = news === 'published' && shift.state === 'planned';
  if (version <= shift.wordsVersion && !isPublished) return null;
  const isRenamed = title !== shift.title || kind !== shift.kind || pictureKey !== shift.pictureKey;
  return { ...(isPublished && { state: 'open', firstUntilMs: firstUntilMsOf(shift, atMs) }), title, kind, pictureKey, words, wordsVersion: Math.max(version, shift.wordsVersion), ...(isRenamed && broadcast('words', atMs)) };
};

/** Pure: a shift hears of its activity; told twice, or of something older, nothing changes. */
export const decideTold = (shift: Shift, news: ActivityNews): Result<ShiftOutcome> => {
  const set = toldSet(shift, news);
  if (set === null) return accept(REPLAY);
  const event: ShiftEvent = { kind: news.news === 'cancelled' ? 'cancelled' : 'toldWords', ...byClock(shift._id, news.news, String(news.activity.version), news.atMs), byId: news.byId };
  return accept(changedBy<ShiftEvent>({ when: { state: is(shift.state), version: is(shift.version) }, set, add: { version: 1 }, event }));
};

/** Its lead left the community: staff find another. */
export const decideLeadGone = (shift: Shift, leadId: string, atMs: number): Result<ShiftOutcome> =>
  shift.leadId !== leadId
    ? accept(REPLAY)
    : accept(changedBy<ShiftEvent>({ when: { leadId: is(leadId) }, set: { leadId: null, leadName: '' }, add: { version: 1 }, event: { kind: 'leadGone', ...byClock(shift._id, 'leadGone', leadId, atMs) } }));
