const DAY_MS = 86_400_000;

/** "2026-11-30" of a day counted from 1970, as date pickers want it. */
export const isoDateOfDay = (dayNumber: number): string => new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);

/** The day of "2026-11-30", counted from 1970; null for anything that is no date. */
export function dayNumberOfDate(date: string): number | null {
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs / DAY_MS;
}
