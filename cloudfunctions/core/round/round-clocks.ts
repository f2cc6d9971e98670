import type { Due } from '../aggregate/aggregate-kind';
import { changedBy, is, type OutcomeOf } from '../aggregate/change';
import { DAY_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, type Result } from '../kernel/result';
import { RULES } from '../rules';
import { newFold, reportOf } from './round-fold';
import type { Round } from './round';
import type { RoundEvent } from './round-event';
import { roundMoved } from './round-step';
import { closing } from './run-round';

const clockEvent = (round: Round, kind: RoundEvent['kind'], about: string, atMs: number): { readonly eventId: string; readonly atMs: number; readonly byId: string } => ({ eventId: deriveId('e', round._id, kind, about), atMs, byId: 'clock' });

/** Opens at its beginning once something stands in it; nothing in it at its end, and it is called off. */
const draftClocks = (round: Round, nowMs: number): readonly Due<RoundEvent>[] =>
  round.wishIds.length > 0
    ? [{ atMs: round.startsAtMs, change: roundMoved(round, { state: 'open', openedAtMs: nowMs }, { kind: 'opened', ...clockEvent(round, 'opened', '', nowMs) }) }]
    : [{ atMs: round.endsAtMs, change: roundMoved(round, { state: 'cancelled', endedAtMs: nowMs }, { kind: 'cancelled', ...clockEvent(round, 'cancelled', '', nowMs) }) }];

const reportClock = (round: Round, nowMs: number): readonly Due<RoundEvent>[] => {
  if (round.reportDueAtMs === null) return [];
  const pass = round.reportPass + 1;
  return [{ atMs: round.reportDueAtMs, change: roundMoved(round, { fold: newFold(pass), reportPass: pass, reportDueAtMs: null }, { kind: 'reportDue', ...clockEvent(round, 'reportDue', String(pass), nowMs) }) }];
};

/** Wishes of a round that was called off leave it, a few at a time. */
const releaseClock = (round: Round, nowMs: number): readonly Due<RoundEvent>[] => {
  const wishIds = round.wishIds.slice(round.releasedWishes, round.releasedWishes + RULES.round.releaseWishes);
  if (wishIds.length === 0) return [];
  const releasedWishes = round.releasedWishes + wishIds.length;
  return [{ atMs: round.endedAtMs ?? nowMs, change: roundMoved(round, { releasedWishes }, { kind: 'wishesLeft', wishIds, ...clockEvent(round, 'wishesLeft', String(releasedWishes), nowMs) }) }];
};

/** Every clock of a round. A closed one whose report is finished has none: it is history. */
export const roundClocksOf = (round: Round, nowMs: number): readonly Due<RoundEvent>[] => {
  switch (round.state) {
    case 'draft':
      return draftClocks(round, nowMs);
    case 'open':
      return [{ atMs: round.endsAtMs, change: roundMoved(round, closing(nowMs), { kind: 'closed', ...clockEvent(round, 'closed', '', nowMs) }) }];
    case 'closed':
      return reportClock(round, nowMs);
    case 'cancelled':
      return releaseClock(round, nowMs);
  }
};

/** Made again a day later while claims are under way, for thirty days after the end. */
const nextReportMs = (round: Round, claimsUnderWay: number, nowMs: number): number | null => {
  const nextMs = nowMs + DAY_MS;
  return claimsUnderWay > 0 && nextMs <= (round.endedAtMs ?? nowMs) + RULES.round.reportDays * DAY_MS ? nextMs : null;
};

/** The fold read every wish: its sums become the report, once. */
export const decideReport = (round: Round, nowMs: number): Result<OutcomeOf<RoundEvent>> => {
  const { fold } = round;
  if (fold === null || fold.nextIndex < round.wishIds.length) return accept({ kind: 'replay' });
  const report = reportOf(fold);
  return accept(
    changedBy<RoundEvent>({
      when: { 'fold.pass': is(fold.pass), 'fold.nextIndex': is(fold.nextIndex) },
      set: { fold: null, report, reportedAtMs: nowMs, reportDueAtMs: nextReportMs(round, report.claimsUnderWay, nowMs) },
      event: { kind: 'reported', pass: fold.pass, ...clockEvent(round, 'reported', String(fold.pass), nowMs) },
    }),
  );
};
