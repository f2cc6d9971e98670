import { changeOf, changedBy, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { deriveId } from '../kernel/ids';
import { accept, type Result } from '../kernel/result';
import type { CalendarOverrides } from '../kernel/working-days';
import { isOver, type Publicity } from './publicity';
import type { PublicityEvent } from './publicity-event';
import { periodFrom } from './publicity-period';

/** The last whole day is over and nobody's objection waits. */
export const passedChange = (publicity: Publicity, nowMs: number): Change<PublicityEvent> =>
  changeOf<PublicityEvent>({
    when: { state: is('running'), endsAtMs: is(publicity.endsAtMs) },
    set: { state: 'passed', isOpen: false, daysDone: publicity.daysNeeded, endedAtMs: nowMs, shownAtMs: nowMs },
    event: { kind: 'passed', eventId: deriveId('e', publicity._id, 'passed'), atMs: nowMs, byId: 'clock' },
  });

/**
 * Staff may have entered a year meanwhile: an end that the calendar now puts later moves, an earlier one stays, because
 * the paper on the wall says until when. Null when nothing moves.
 */
export const rescheduleChange = (publicity: Publicity, overrides: CalendarOverrides, nowMs: number): Change<PublicityEvent> | null => {
  if (publicity.state !== 'running') return null;
  const period = periodFrom(publicity, overrides);
  if (period.endsAtMs <= publicity.endsAtMs) return null;
  return changeOf<PublicityEvent>({
    when: { state: is('running'), endsAtMs: is(publicity.endsAtMs) },
    set: { ...period },
    event: { kind: 'rescheduled', eventId: deriveId('e', publicity._id, 'rescheduled', String(period.endsAtMs)), atMs: nowMs, byId: 'clock' },
  });
};

/** What it was about is over by itself (withdrawn, expired, closed): it is taken down. */
export const decideTakingDown = (publicity: Publicity, note: string, nowMs: number): Result<OutcomeOf<PublicityEvent>> => {
  if (isOver(publicity)) return accept(REPLAY);
  return accept(
    changedBy<PublicityEvent>({
      when: { isOpen: is(true) },
      set: { state: 'withdrawn', isOpen: false, endedAtMs: nowMs, shownAtMs: nowMs },
      event: { kind: 'withdrawn', note, eventId: deriveId('e', publicity._id, 'withdrawn'), atMs: nowMs, byId: 'clock' },
    }),
  );
};
