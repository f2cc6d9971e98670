import type { ServiceKind, ServiceSource, ServiceState } from '@contract';
import { STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { chinaDay, DAY_MS, MINUTE_MS, startOfChinaDayMs } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import type { ServiceEvent } from './service-event';

/** What stood before a correction, and why it was made. */
export interface ServiceChange {
  readonly atMs: number;
  readonly byId: string;
  readonly byName: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly why: string;
}

export interface ServiceAsk {
  readonly words: string;
  readonly atMs: number;
  readonly state: 'open' | 'answered';
  readonly answer: string;
}

/** Another record of the same person at the same time. */
export interface Clash {
  readonly recordId: string;
  readonly title: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * One person's service at one time (RULES.md section 3): true, exact and complete. Whoever organises it records it and
 * answers for it. What counts of it follows from the person's days, never from this document alone.
 *
 * Always: `countedMinutes` is 0 unless `counted`, and then it is what the ledger line number `ledgerNumber` says.
 */
export interface ServiceRecord extends Versioned<ServiceEvent> {
  readonly state: ServiceState;
  readonly source: ServiceSource;
  readonly memberId: string;
  /** Whole; gone once the person has left. */
  readonly memberName: string;
  readonly kind: ServiceKind;
  readonly title: string;
  readonly placeText: string;
  readonly shiftId: string | null;
  readonly signUpId: string | null;
  readonly activityId: string | null;
  /** Who organised it; null where a person named an organiser in words only. */
  readonly organiserId: string | null;
  readonly organiserName: string;
  readonly leadId: string | null;
  readonly recordedById: string;
  readonly recordedByName: string;
  readonly recordedAtMs: number;
  /** The person's community: it gives the hours and the points. */
  readonly communityId: string;
  /** Where it was organised: whose staff look after it. */
  readonly areaIds: readonly string[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly minutes: number;
  readonly countedMinutes: number;
  /** Calendar day of the start in UTC+8. */
  readonly day: string;
  /** Every day it ever touched; bounded by the corrections. */
  readonly days: readonly string[];
  readonly clashesWith: readonly Clash[];
  readonly reason: string;
  readonly secondId: string | null;
  readonly secondName: string | null;
  /** `waiting`: until when the second person answers. */
  readonly untilMs: number | null;
  readonly endNote: string;
  readonly changes: readonly ServiceChange[];
  /** Who made them, so that whoever leaves takes their name along. */
  readonly changerIds: readonly string[];
  readonly ask: ServiceAsk | null;
  readonly askCount: number;
  /** Counts the lines it had in the ledger; the last one stands. */
  readonly ledgerNumber: number;
}

/** The one record of a sign-up, whoever opens it and how often. */
export const rosterRecordIdOf = (shiftId: string, signUpId: string): string => deriveId('sr', shiftId, signUpId);
export const backRecordIdOf = (operationId: string): string => deriveId('sr', 'back', operationId);

/** Whole minutes between two moments. */
export const minutesBetween = (fromMs: number, toMs: number): number => Math.floor((toMs - fromMs) / MINUTE_MS);

/** A part of a record that lies on one calendar day. */
export interface DayPart {
  readonly day: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly minutes: number;
}

/** Pure: a span over midnight (UTC+8) is split over its days; the parts' minutes add up to the whole. */
export const dayParts = (fromMs: number, toMs: number): readonly DayPart[] => {
  const parts: DayPart[] = [];
  for (let startMs = fromMs; startMs < toMs; ) {
    const day = chinaDay(startMs);
    const endMs = Math.min(toMs, startOfChinaDayMs(day) + DAY_MS);
    parts.push({ day, fromMs: startMs, toMs: endMs, minutes: minutesBetween(fromMs, endMs) - minutesBetween(fromMs, startMs) });
    startMs = endMs;
  }
  return parts;
};

/** The fields that follow from start and end. */
export const spanFields = (fromMs: number, toMs: number, before: readonly string[] = []): Pick<ServiceRecord, 'fromMs' | 'toMs' | 'minutes' | 'day' | 'days'> => ({
  fromMs, toMs, minutes: minutesBetween(fromMs, toMs), day: chinaDay(fromMs), days: [...new Set([...before, ...dayParts(fromMs, toMs).map(({ day }) => day)])],
});

/** "2 小时 30 分", "45 分", "3 小时". */
export const hoursText = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} 分`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
};

/** Something of it stands in the ledger, or is about to. */
export const isInLedger = (state: ServiceState): boolean => state === 'counting' || state === 'counted' || state === 'clashing';

/** What must hold at every moment; a false is a defect. */
export const isServiceCoherent = (record: ServiceRecord): boolean =>
  record.toMs > record.fromMs &&
  record.minutes === minutesBetween(record.fromMs, record.toMs) &&
  record.countedMinutes <= record.minutes &&
  (record.state === 'counted' || record.countedMinutes === 0) &&
  (record.state === 'clashing') === record.clashesWith.length > 0 &&
  (record.state === 'waiting') === (record.untilMs !== null) &&
  (record.source === 'backEntry') === (record.secondId !== null) &&
  record.secondId !== record.memberId && (record.secondId === null || record.secondId !== record.recordedById) &&
  record.changes.length <= RULES.service.changesMax &&
  Object.keys(record.outbox).length === record.pendingEvents &&
  Object.keys(record.steps).length <= STEPS_MAX;
