import type { DisclosureKind } from '@contract';
import { chinaMonthsLaterMs } from '../kernel/clock';
import { RULES } from '../rules';

/** A telling in public that is due, or was made (RULES.md section 2): what was done and where money and things went. */
export interface Disclosure {
  readonly disclosureId: string;
  readonly kind: DisclosureKind;
  readonly dueAtMs: number;
  readonly warnedAtMs: number | null;
  readonly doneAtMs: number | null;
  readonly text: string;
  readonly photos: readonly string[];
}

/** What of a campaign or a directed gift this room works on. */
export interface DisclosurePart {
  readonly disclosures: readonly Disclosure[];
}

/** Ids count on, so that each has its own tasks and warnings. */
const dueOf = (number: number, kind: DisclosureKind, dueAtMs: number): Disclosure => ({ disclosureId: `d${number}`, kind, dueAtMs, warnedAtMs: null, doneAtMs: null, text: '', photos: [] });

/** Pure: what is due once it is open: the first telling when it has lasted six months (Charity Law Art. 79). `standing`: told before, when it opens anew. */
export const firstDues = (opensAtMs: number, standing: readonly Disclosure[] = []): readonly Disclosure[] => [...standing, dueOf(numberAfter(standing), 'periodic', chinaMonthsLaterMs(opensAtMs, RULES.disclosure.firstMonths))];

/** Pure: with the whole report due then; one only, moved while nobody wrote it. */
export const withFinalAt = (disclosures: readonly Disclosure[], dueAtMs: number): readonly Disclosure[] => {
  const others = disclosures.filter(({ kind, doneAtMs }) => kind !== 'final' || doneAtMs !== null);
  return [...others, dueOf(numberAfter(disclosures), 'final', dueAtMs)];
};

/** Pure: the whole three months after the work is to be done. */
export const withFinalDue = (disclosures: readonly Disclosure[], workEndsAtMs: number): readonly Disclosure[] => withFinalAt(disclosures, chinaMonthsLaterMs(workEndsAtMs, RULES.disclosure.finalWithinMonths));

const numberAfter = (disclosures: readonly Disclosure[]): number => 1 + disclosures.reduce((most, { disclosureId }) => Math.max(most, Number(disclosureId.slice(1))), 0);

export const openDues = ({ disclosures }: DisclosurePart): readonly Disclosure[] => disclosures.filter(({ doneAtMs }) => doneAtMs === null).sort((a, b) => a.dueAtMs - b.dueAtMs);

/** What one report answers: a periodic one all periodic tellings whose day is near or past (else it stands on its own), the final one itself. */
const answeredBy = (kind: DisclosureKind, part: DisclosurePart, nowMs: number): readonly Disclosure[] =>
  openDues(part).filter((due) => due.kind === kind && (kind === 'final' || due.dueAtMs - RULES.disclosure.warnAheadMs <= nowMs));

/** Pure: the dues after somebody told. The first that was due carries the words; a telling ahead of its time is one of its own. */
const toldOf = (part: DisclosurePart, kind: DisclosureKind, text: string, photos: readonly string[], nowMs: number): readonly Disclosure[] => {
  const answered = answeredBy(kind, part, nowMs);
  const told = { doneAtMs: nowMs, text, photos };
  const [first] = answered;
  if (first === undefined) return [...part.disclosures, { ...dueOf(numberAfter(part.disclosures), kind, nowMs), ...told }];
  const answeredIds = answered.map(({ disclosureId }) => disclosureId);
  const standing = part.disclosures.map((due) => (due.disclosureId === first.disclosureId ? { ...due, ...told } : answeredIds.includes(due.disclosureId) ? { ...due, doneAtMs: nowMs } : due));
  return kind === 'periodic' ? withNextPeriodic(standing, first.dueAtMs, nowMs) : standing;
};

export interface Told {
  readonly disclosures: readonly Disclosure[];
  /** Those that waited and do no longer. */
  readonly answeredIds: readonly string[];
  readonly isOverdue: boolean;
}

/** Pure: what a report makes of the dues. The whole tells everything that a telling in between would have told. */
export const reportedOf = (part: DisclosurePart, report: { readonly kind: DisclosureKind; readonly text: string; readonly photos: readonly string[] }, nowMs: number): Told => {
  const told = toldOf(part, report.kind, report.text, report.photos, nowMs);
  const disclosures = report.kind === 'final' ? told.map((due) => (due.doneAtMs === null ? { ...due, doneAtMs: nowMs } : due)) : told;
  const answeredIds = openDues(part).filter(({ disclosureId }) => disclosures.some((due) => due.disclosureId === disclosureId && due.doneAtMs !== null)).map(({ disclosureId }) => disclosureId);
  return { disclosures, answeredIds, isOverdue: isOverdueAt(disclosures, nowMs) };
};

/** Pure: the same dues, this one warned of. */
export const warnedOf = ({ disclosures }: DisclosurePart, { disclosureId }: Disclosure, nowMs: number): readonly Disclosure[] => disclosures.map((each) => (each.disclosureId === disclosureId ? { ...each, warnedAtMs: nowMs } : each));

/** The next is due three months after the last was, never in the past. */
const withNextPeriodic = (disclosures: readonly Disclosure[], lastDueAtMs: number, nowMs: number): readonly Disclosure[] => {
  const nextAtMs = chinaMonthsLaterMs(Math.max(lastDueAtMs, nowMs - RULES.disclosure.warnAheadMs), RULES.disclosure.everyMonths);
  return disclosures.length >= RULES.disclosure.max ? disclosures : [...disclosures, dueOf(numberAfter(disclosures), 'periodic', nextAtMs)];
};

const isOverdueAt = (disclosures: readonly Disclosure[], nowMs: number): boolean => disclosures.some(({ doneAtMs, dueAtMs }) => doneAtMs === null && dueAtMs < nowMs);
