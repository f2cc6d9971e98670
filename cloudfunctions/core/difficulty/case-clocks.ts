import type { Due } from '../aggregate/aggregate-kind';
import { changeOf, is } from '../aggregate/change';
import { DAY_MS, endOfChinaDayMs } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import type { DifficultyCase } from './difficulty-case';
import { forgetClock } from './forget-case';
import type { DifficultyEvent } from './difficulty-event';

/** A visit's task stands a few days before the visit is due. */
const VISIT_NOTICE_MS = 3 * DAY_MS;

const clockEvent = (found: DifficultyCase, kind: 'renewalDue' | 'ended', nowMs: number): DifficultyEvent => ({ kind, eventId: deriveId('e', found._id, kind), atMs: nowMs, byId: 'clock' });

const visitClock = (found: DifficultyCase, nowMs: number): readonly Due<DifficultyEvent>[] =>
  found.nextVisitAtMs === null || found.isVisitTold
    ? []
    : [{
        atMs: found.nextVisitAtMs - VISIT_NOTICE_MS,
        change: changeOf<DifficultyEvent>({ when: { state: is('inLedger'), nextVisitAtMs: is(found.nextVisitAtMs), isVisitTold: is(false) }, set: { isVisitTold: true }, event: { kind: 'visitDue', plannedMs: found.nextVisitAtMs, eventId: deriveId('e', found._id, 'visitDue', String(found.nextVisitAtMs)), atMs: nowMs, byId: 'clock' } }),
      }];

const renewalClock = (found: DifficultyCase, validUntilMs: number, nowMs: number): readonly Due<DifficultyEvent>[] =>
  found.isRenewalTold
    ? []
    : [{
        atMs: endOfChinaDayMs(validUntilMs - RULES.difficulty.renewalMs),
        change: changeOf<DifficultyEvent>({ when: { state: is('inLedger'), isRenewalTold: is(false) }, set: { isRenewalTold: true }, event: clockEvent(found, 'renewalDue', nowMs) }),
      }];

/** The year is over: the entry ends by itself. Whoever still needs it is proposed anew, since a life changes in a year. */
const endClock = (found: DifficultyCase, validUntilMs: number, nowMs: number): readonly Due<DifficultyEvent>[] => [{
  atMs: validUntilMs + 1,
  change: changeOf<DifficultyEvent>({
    when: { state: is('inLedger'), validUntilMs: is(validUntilMs) },
    set: { state: 'ended', shelf: 'ended', shelfPlace: -nowMs, endedAtMs: nowMs },
    event: clockEvent(found, 'ended', nowMs),
  }),
}];

/** Until it is over only the ledger has clocks of its own; each step before it is a task with a due time, and the publicity has its own. */
export const caseClocksOf = (found: DifficultyCase, nowMs: number): readonly Due<DifficultyEvent>[] =>
  found.state !== 'inLedger' || found.validUntilMs === null ? forgetClock(found, nowMs) : [...visitClock(found, nowMs), ...renewalClock(found, found.validUntilMs, nowMs), ...endClock(found, found.validUntilMs, nowMs)];
