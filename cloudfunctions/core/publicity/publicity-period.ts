import { calendarWarning, wholeWorkingDaysBetween, workingDaysAfter, type CalendarOverrides } from '../kernel/working-days';
import type { Publicity } from './publicity';

/**
 * The sums of a publicity's days. A day counts when it is a working day that lay wholly within a run: neither the day
 * the run began on nor the day an objection stopped it.
 */
type Run = Pick<Publicity, 'daysDone' | 'daysNeeded' | 'runFromMs'>;

/** Where a run ends if nothing stops it, and whether every year on the way is known. */
export const periodFrom = (run: Run, overrides: CalendarOverrides): { readonly endsAtMs: number; readonly isCalendarKnown: boolean } => {
  const endsAtMs = workingDaysAfter(run.runFromMs, Math.max(1, run.daysNeeded - run.daysDone), overrides);
  return { endsAtMs, isCalendarKnown: calendarWarning(run.runFromMs, endsAtMs, overrides) === null };
};

/** Days that count in all when the run is stopped at `atMs`; the last day only counts whole, so one is always left. */
export const daysDoneAt = (run: Run, atMs: number, overrides: CalendarOverrides): number =>
  Math.min(run.daysNeeded - 1, run.daysDone + wholeWorkingDaysBetween(run.runFromMs, atMs, overrides));
