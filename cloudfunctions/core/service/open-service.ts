import type { BackEntryInput, ServiceKind } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import type { Step } from '../aggregate/step';
import { byClock, bySomebody, stepsWith } from '../aggregate/versioned';
import { DAY_MS } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import type { Shift } from '../shift/shift';
import { mayLead } from '../shift/shift-access';
import { toldOutside } from '../shift/told-outside';
import type { ServiceEvent } from './service-event';
import { backRecordIdOf, spanFields, type ServiceRecord } from './service-record';

/** What a confirmed roster says of one person; names are looked up when it is carried out. */
export interface ServiceOpening {
  readonly recordId: string;
  readonly shiftId: string;
  readonly signUpId: string;
  readonly memberId: string;
  readonly activityId: string;
  readonly kind: ServiceKind;
  readonly title: string;
  readonly placeText: string;
  readonly organiserId: string;
  readonly organiserName: string;
  readonly leadId: string | null;
  readonly recordedById: string;
  readonly areaIds: readonly string[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly atMs: number;
}

type Person = Pick<Member, '_id' | 'displayName' | 'communityId'>;

const FRESH = { countedMinutes: 0, clashesWith: [], endNote: '', changes: [], changerIds: [], ask: null, askCount: 0, version: 0 } as const;

/** Pure: the record of somebody on a roster; it is counted by its own first event. */
export const newRosterRecord = (opening: ServiceOpening, person: Person, recordedByName: string): ServiceRecord => {
  const { recordId, fromMs, toMs, atMs, ...what } = opening;
  return {
    ...FRESH, ...what, _id: recordId, source: 'roster', state: 'counting', memberName: person.displayName, communityId: person.communityId, recordedByName, recordedAtMs: atMs,
    ...spanFields(fromMs, toMs), reason: '', secondId: null, secondName: null, untilMs: null, ledgerNumber: 1, steps: {},
    ...bornWith<ServiceEvent>({ kind: 'toCount', n: 1, isCorrection: false, wasAsked: false, wasClashing: false, ...byClock(recordId, 'toCount', '1', atMs) }),
  };
};

/** Everybody a back entry names. */
export interface BackEntryPeople {
  readonly person: Person & Pick<Member, 'areaIds'>;
  readonly second: Person;
  readonly enterer: Member;
}

type Refusal = ReturnType<typeof refuse>;

/** Start before end, nothing in the future, one stretch at most a day long. The same for a correction. */
export const timesRefusalOf = (fromMs: number, toMs: number, nowMs: number): Refusal | null => {
  if (toMs <= fromMs || toMs > nowMs) return refuse('SERVICE_TIMES', { fields: { toMs: '结束要在开始以后，也不能在以后的日子' } });
  return toMs - fromMs > RULES.service.durationMaxMs ? refuse('SERVICE_TIMES', { message: '一条最多记一天，跨几天请分开记。' }) : null;
};

/** Of a shift: setting up and clearing away with it. */
const isAtShift = (shift: Shift, { fromMs, toMs }: BackEntryInput): boolean => fromMs >= shift.startsAtMs - RULES.shift.earlyMs && toMs <= shift.endsAtMs + RULES.shift.overtimeMs;

const backTimesRefusal = (input: BackEntryInput, shift: Shift | null, nowMs: number): Refusal | null => {
  const refusal = timesRefusalOf(input.fromMs, input.toMs, nowMs);
  if (refusal !== null) return refusal;
  if (input.fromMs < nowMs - RULES.service.backDays * DAY_MS) return refuse('SERVICE_TOO_OLD');
  return shift === null || isAtShift(shift, input) ? null : refuse('SERVICE_TIMES', { message: '时间要在那一班前后；别的时间请另外补记。' });
};

/** Somebody else's hours are entered by who answers for them: lead, organiser and staff of the shift; without one, staff of where the person lives. */
const mayEnter = ({ person, enterer }: BackEntryPeople, shift: Shift | null): boolean => {
  if (person._id === enterer._id) return true;
  if (shift === null) return worksAt(enterer, person.communityId);
  return mayLead(shift, enterer);
};

const refusalOf = (input: BackEntryInput, people: BackEntryPeople, shift: Shift | null, nowMs: number): Refusal | null => {
  const { person, second, enterer } = people;
  if (!mayEnter(people, shift)) return refuse('NOT_ALLOWED', { message: '别人的时长，要由领队、组织的人或社区来补。' });
  if (second._id === person._id || second._id === enterer._id) return refuse('SERVICE_SECOND', { fields: { secondCode: '要另一位' } });
  if (shift === null && input.title === '') return refuse('BAD_INPUT', { fields: { title: '请写做了什么' } });
  if (shift === null && input.organiserName === '') return refuse('BAD_INPUT', { fields: { organiserName: '请写是谁组织的' } });
  return backTimesRefusal(input, shift, nowMs);
};

type What = Pick<ServiceRecord, 'kind' | 'title' | 'placeText' | 'shiftId' | 'activityId' | 'organiserId' | 'organiserName' | 'leadId' | 'areaIds'>;

const ofShift = (shift: Shift, kind: ServiceKind): What => ({ kind, ...toldOutside(shift), shiftId: shift._id, activityId: shift.activityId, organiserId: shift.organiserId, leadId: shift.leadId, areaIds: shift.areaIds });

const ofWords = ({ kind, title, placeText, organiserName }: BackEntryInput, { person }: BackEntryPeople): What => ({ kind, title, placeText, shiftId: null, activityId: null, organiserId: null, organiserName, leadId: null, areaIds: person.areaIds });

/**
 * Pure: a back entry that waits for its second person. `shift`: the one it names, `kind` as of it; null for words only.
 * Refusals: NOT_ALLOWED, SERVICE_SECOND, SERVICE_TIMES, SERVICE_TOO_OLD, BAD_INPUT.
 */
export const decideBackEntry = (input: BackEntryInput, people: BackEntryPeople, at: { readonly shift: Shift; readonly kind: ServiceKind } | null, step: Step): Result<ServiceRecord> => {
  const refusal = refusalOf(input, people, at?.shift ?? null, step.nowMs);
  if (refusal !== null) return refusal;
  const { person, second, enterer } = people;
  const untilMs = step.nowMs + RULES.service.secondMs;
  return accept({
    ...FRESH, _id: backRecordIdOf(step.operationId), source: 'backEntry', state: 'waiting', memberId: person._id, memberName: person.displayName, communityId: person.communityId,
    ...(at === null ? ofWords(input, people) : ofShift(at.shift, at.kind)), signUpId: null, recordedById: enterer._id, recordedByName: enterer.displayName, recordedAtMs: step.nowMs,
    ...spanFields(input.fromMs, input.toMs), reason: input.reason, secondId: second._id, secondName: second.displayName, untilMs, ledgerNumber: 0, steps: stepsWith({}, step),
    ...bornWith<ServiceEvent>({ kind: 'entered', ...bySomebody(step) }),
  });
};
