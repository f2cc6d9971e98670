import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import type { Clash, DayPart } from './service-record';

/** One record on one day. `out`: it no longer lies there; kept, so that an older count that comes late changes nothing. */
export interface DaySpan {
  /** The number of the record's ledger line this was decided for. */
  readonly n: number;
  readonly state: 'in' | 'out' | 'clash';
  readonly fromMs: number;
  readonly toMs: number;
  readonly countedMinutes: number;
  readonly title: string;
  readonly clashesWith: readonly Clash[];
}

/**
 * What counts of one person on one day in UTC+8. Changed in one transaction with the other days of the same record.
 * Always: spans that are `in` do not overlap, and their counted minutes add up to at most eight hours (RULES.md section 3).
 */
export interface ServiceDay {
  readonly _id: string;
  readonly memberId: string;
  readonly day: string;
  readonly spans: Readonly<Record<string, DaySpan>>;
  readonly countedMinutes: number;
  readonly revision: number;
}

export const serviceDayIdOf = (memberId: string, day: string): string => deriveId('sd', memberId, day);

export const emptyDay = (memberId: string, day: string): ServiceDay => ({ _id: serviceDayIdOf(memberId, day), memberId, day, spans: {}, countedMinutes: 0, revision: 0 });

/** A record that is to be counted, or with no parts taken out. */
export interface Booking {
  readonly recordId: string;
  readonly n: number;
  readonly title: string;
  readonly parts: readonly DayPart[];
}

export type BookingOutcome =
  /** A later count of the same record was decided before: this one is over. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'counted'; readonly minutes: number }
  | { readonly kind: 'clash'; readonly clashesWith: readonly Clash[] };

export interface BookingPlan {
  readonly outcome: BookingOutcome;
  /** Days to be written. */
  readonly days: readonly ServiceDay[];
}

const countedOf = (spans: ServiceDay['spans']): number => Object.values(spans).reduce((sum, { countedMinutes }) => sum + countedMinutes, 0);

const withSpan = (day: ServiceDay, recordId: string, span: DaySpan): ServiceDay => {
  const spans = { ...day.spans, [recordId]: span };
  return { ...day, spans, countedMinutes: countedOf(spans), revision: day.revision + 1 };
};

/** Other records that lie at the same time; touching is no overlap. */
const clashesOn = (day: ServiceDay, recordId: string, part: DayPart): readonly Clash[] =>
  Object.entries(day.spans).flatMap(([id, span]) => (id !== recordId && span.state === 'in' && span.fromMs < part.toMs && part.fromMs < span.toMs ? [{ recordId: id, title: span.title, fromMs: span.fromMs, toMs: span.toMs }] : []));

const clashesIfAny = (day: ServiceDay, recordId: string, part: DayPart | undefined): readonly Clash[] => (part === undefined ? [] : clashesOn(day, recordId, part));

/** The minutes of a part that still fit into the day. */
const fitting = (day: ServiceDay, recordId: string, part: DayPart): number => {
  const { [recordId]: _own, ...others } = day.spans;
  return Math.max(0, Math.min(part.minutes, RULES.service.minutesADayMax - countedOf(others)));
};

const answeredBefore = (days: readonly ServiceDay[], { recordId, n }: Booking): BookingOutcome | null => {
  const own = days.flatMap((day) => day.spans[recordId] ?? []);
  if (own.some((span) => span.n > n)) return { kind: 'stale' };
  const decided = own.filter((span) => span.n === n);
  if (decided.length === 0) return null;
  const clashesWith = decided.find(({ state }) => state === 'clash')?.clashesWith ?? [];
  return clashesWith.length > 0 ? { kind: 'clash', clashesWith } : { kind: 'counted', minutes: decided.reduce((sum, span) => sum + span.countedMinutes, 0) };
};

const OUT = { state: 'out', fromMs: 0, toMs: 0, countedMinutes: 0, title: '', clashesWith: [] } as const;

/**
 * Pure: what a count of a record does to the days it touches or ever touched (`days`, all of them). The same count again
 * answers the same; one that overlaps another record counts nothing on any day.
 */
export const decideBooking = (days: readonly ServiceDay[], booking: Booking): BookingPlan => {
  const { recordId, n, title, parts } = booking;
  const known = answeredBefore(days, booking);
  if (known !== null) return { outcome: known, days: [] };
  const partOn = new Map(parts.map((part) => [part.day, part]));
  const clashesBy = new Map(days.map((day) => [day.day, clashesIfAny(day, recordId, partOn.get(day.day))]));
  // One over midnight meets the same record on both days.
  const all = [...new Map([...clashesBy.values()].flat().map((clash) => [clash.recordId, clash])).values()];
  const written = days.flatMap((day): readonly ServiceDay[] => {
    const part = partOn.get(day.day);
    if (part === undefined) return day.spans[recordId] === undefined ? [] : [withSpan(day, recordId, { n, ...OUT })];
    const { fromMs, toMs } = part;
    if (all.length > 0) return [withSpan(day, recordId, { n, state: 'clash', fromMs, toMs, countedMinutes: 0, title, clashesWith: all })];
    return [withSpan(day, recordId, { n, state: 'in', fromMs, toMs, countedMinutes: fitting(day, recordId, part), title, clashesWith: [] })];
  });
  if (all.length > 0) return { outcome: { kind: 'clash', clashesWith: all }, days: written };
  return { outcome: { kind: 'counted', minutes: written.reduce((sum, day) => sum + (day.spans[recordId]?.countedMinutes ?? 0), 0) }, days: written };
};

/** What must hold at every moment; a false is a defect. */
export const isDayCoherent = (day: ServiceDay): boolean => {
  const spans = Object.values(day.spans).filter(({ state }) => state === 'in').sort((a, b) => a.fromMs - b.fromMs);
  return day.countedMinutes === countedOf(day.spans) && day.countedMinutes <= RULES.service.minutesADayMax && spans.every((span, index) => index === 0 || (spans[index - 1]?.toMs ?? 0) <= span.fromMs);
};
