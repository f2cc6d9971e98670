import { changedBy, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { timesRefusalOf } from './open-service';
import type { BookingOutcome } from './service-day';
import type { ServiceEvent } from './service-event';
import { isInLedger, spanFields, type ServiceRecord } from './service-record';

export type ServiceOutcome = OutcomeOf<ServiceEvent>;

type Place = Pick<ServiceRecord, 'areaIds'>;
/** Staff of where it was organised. */
export const isStaffOf = ({ areaIds }: Place, member: Member): boolean => worksAt(member, areaIds.at(-1) ?? '');

/** Whoever organised or led it, and staff of its area. */
export const mayAnswerFor = (record: Pick<ServiceRecord, 'areaIds' | 'organiserId' | 'leadId'>, member: Member): boolean => record.organiserId === member._id || record.leadId === member._id || isStaffOf(record, member);

/** Taking back is for the organiser and staff. */
export const mayRevoke = (record: Pick<ServiceRecord, 'areaIds' | 'organiserId'>, member: Member): boolean => record.organiserId === member._id || isStaffOf(record, member);

const ownRefusal = (record: ServiceRecord, member: Member): ReturnType<typeof refuse> | null => (record.memberId === member._id ? refuse('SERVICE_OWN') : null);

const isAskOpen = (record: Pick<ServiceRecord, 'ask'>): boolean => record.ask?.state === 'open';

/** What an open question gets for an answer when the record itself is changed. */
const answeredSet = (record: ServiceRecord, answer: string): Readonly<Record<string, unknown>> => (isAskOpen(record) ? { ask: { ...record.ask, state: 'answered', answer } } : {});

/** The second person says yes or no, once. Refusals: NOT_FOUND (not the one who was asked), SERVICE_CHANGED, OPERATION_REUSED. */
export const decideSecond = (record: ServiceRecord, isConfirmed: boolean, words: string, step: Step): Result<ServiceOutcome> => {
  if (record.secondId !== step.actorId) return refuse('NOT_FOUND');
  const known = knownStep(record.steps, step);
  if (known !== null) return known;
  if (record.state !== 'waiting') return refuse('SERVICE_CHANGED');
  if (!isConfirmed) return accept(versionChanged<ServiceEvent>(record, step, { state: 'refused', untilMs: null, endNote: words }, { kind: 'refused', ...bySomebody(step) }));
  const n = record.ledgerNumber + 1;
  return accept(versionChanged<ServiceEvent>(record, step, { state: 'counting', untilMs: null, ledgerNumber: n }, { kind: 'toCount', n, isCorrection: false, wasAsked: false, wasClashing: false, ...bySomebody(step) }));
};

/** Nobody answered in time. */
export const lapsedByClock = (record: ServiceRecord, nowMs: number): Change<ServiceEvent> =>
  versionMoved<ServiceEvent>(record, { state: 'lapsed', untilMs: null }, { kind: 'lapsed', ...byClock(record._id, 'lapsed', '', nowMs) });

/** What the days said of the count number `n`. One that a later count overtook changes nothing. */
export const decideCounted = (record: ServiceRecord, n: number, outcome: BookingOutcome, atMs: number): Result<ServiceOutcome> => {
  if (record.state !== 'counting' || record.ledgerNumber !== n || outcome.kind === 'stale') return accept(REPLAY);
  const when = { state: is('counting'), ledgerNumber: is(n) };
  if (outcome.kind === 'clash') return accept(changedBy<ServiceEvent>({ when, set: { state: 'clashing', clashesWith: outcome.clashesWith }, add: { version: 1 }, event: { kind: 'clashed', n, ...byClock(record._id, 'clashed', String(n), atMs) } }));
  return accept(changedBy<ServiceEvent>({ when, set: { state: 'counted', countedMinutes: outcome.minutes }, add: { version: 1 }, event: { kind: 'counted', n, countedMinutes: outcome.minutes, ...byClock(record._id, 'counted', String(n), atMs) } }));
};

const correctRefusal = (record: ServiceRecord, fromMs: number, toMs: number, nowMs: number): ReturnType<typeof refuse> | null => {
  if (record.state !== 'counted' && record.state !== 'clashing') return refuse('SERVICE_CHANGED');
  if (record.changes.length >= RULES.service.changesMax) return refuse('SERVICE_OFTEN');
  if (Math.abs(fromMs - record.fromMs) > RULES.service.moveMaxMs) return refuse('SERVICE_TIMES', { message: '改得太远了：别的日子请撤销这条，另外补记。' });
  return timesRefusalOf(fromMs, toMs, nowMs);
};

/**
 * Puts the times right, with a reason the person reads; the same times again count a clashing one anew.
 * Refusals: NOT_ALLOWED, SERVICE_OWN, SERVICE_CHANGED, SERVICE_OFTEN, SERVICE_TIMES, OPERATION_REUSED.
 */
export const decideCorrect = (record: ServiceRecord, times: { readonly fromMs: number; readonly toMs: number }, reason: string, member: Member, step: Step): Result<ServiceOutcome> => {
  if (!mayAnswerFor(record, member)) return refuse('NOT_ALLOWED');
  const known = knownStep(record.steps, step);
  if (known !== null) return known;
  const refusal = ownRefusal(record, member) ?? correctRefusal(record, times.fromMs, times.toMs, step.nowMs);
  if (refusal !== null) return refusal;
  const n = record.ledgerNumber + 1;
  const change = { atMs: step.nowMs, byId: member._id, byName: member.displayName, fromMs: record.fromMs, toMs: record.toMs, why: reason };
  const set = { state: 'counting', countedMinutes: 0, clashesWith: [], ledgerNumber: n, ...spanFields(times.fromMs, times.toMs, record.days), changes: [...record.changes, change], changerIds: [...new Set([...record.changerIds, member._id])], ...answeredSet(record, reason) };
  return accept(versionChanged<ServiceEvent>(record, step, set, { kind: 'toCount', n, isCorrection: true, wasAsked: isAskOpen(record), wasClashing: record.state === 'clashing', ...bySomebody(step) }));
};

/** Takes it back, with a reason the person reads. Refusals: NOT_ALLOWED, SERVICE_OWN, SERVICE_CHANGED, OPERATION_REUSED. */
export const decideRevoke = (record: ServiceRecord, reason: string, member: Member, step: Step): Result<ServiceOutcome> => {
  if (!mayRevoke(record, member)) return refuse('NOT_ALLOWED');
  const known = knownStep(record.steps, step);
  if (known !== null) return known;
  const own = ownRefusal(record, member);
  if (own !== null) return own;
  if (record.state !== 'waiting' && !isInLedger(record.state)) return refuse('SERVICE_CHANGED');
  const n = record.ledgerNumber + 1;
  const set = { state: 'revoked', countedMinutes: 0, clashesWith: [], untilMs: null, endNote: reason, ledgerNumber: n, ...answeredSet(record, reason) };
  return accept(versionChanged<ServiceEvent>(record, step, set, { kind: 'revoked', n, wasCounting: isInLedger(record.state), wasAsked: isAskOpen(record), wasClashing: record.state === 'clashing', ...bySomebody(step) }));
};

/** The person says that it is wrong; one question at a time. Refusals: NOT_FOUND, SERVICE_ASK_OPEN, SERVICE_OFTEN, SERVICE_CHANGED, OPERATION_REUSED. */
export const decideAsk = (record: ServiceRecord, words: string, step: Step): Result<ServiceOutcome> => {
  if (record.memberId !== step.actorId) return refuse('NOT_FOUND');
  const known = knownStep(record.steps, step);
  if (known !== null) return known;
  if (isAskOpen(record)) return refuse('SERVICE_ASK_OPEN');
  if (record.askCount >= RULES.service.asksMax) return refuse('SERVICE_OFTEN');
  if (record.state === 'waiting') return refuse('SERVICE_CHANGED', { message: '还在等另一位确认，确认以后再说。' });
  return accept(versionChanged<ServiceEvent>(record, step, { ask: { words, atMs: step.nowMs, state: 'open', answer: '' } }, { kind: 'asked', ...bySomebody(step) }, { add: { askCount: 1 } }));
};

/** It stays as it is, and why. Refusals: NOT_ALLOWED, SERVICE_OWN, SERVICE_CHANGED, OPERATION_REUSED. */
export const decideAnswerAsk = (record: ServiceRecord, answer: string, member: Member, step: Step): Result<ServiceOutcome> => {
  if (!mayAnswerFor(record, member)) return refuse('NOT_ALLOWED');
  const known = knownStep(record.steps, step);
  if (known !== null) return known;
  const own = ownRefusal(record, member);
  if (own !== null) return own;
  if (!isAskOpen(record)) return refuse('SERVICE_CHANGED');
  return accept(versionChanged<ServiceEvent>(record, step, answeredSet(record, answer), { kind: 'askAnswered', ...bySomebody(step) }));
};
