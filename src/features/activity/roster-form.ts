import { LIMITS, type RosterEntryView, type RosterInput, type ShiftCardView } from '@contract';
import { formatClock } from '@/lib/format';

const QUARTER_MS = 15 * 60_000;

/** How it went for one person, as the lead marks it; times are moments, `toMs` null means that nobody saw them leave. */
export interface RosterMark {
  /** Null: not marked yet. */
  readonly came: boolean | null;
  readonly fromMs: number;
  readonly toMs: number | null;
  readonly companionsCame: number;
}

export interface WalkIn {
  readonly name: string;
  /** Their member code, as read out; empty when they have none. */
  readonly code: string;
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** The page as it is kept on the phone until it was sent: without network it is as good as paper. */
export interface RosterForm {
  readonly marks: Readonly<Record<string, RosterMark>>;
  readonly walkIns: readonly WalkIn[];
}

export const EMPTY_ROSTER: RosterForm = { marks: {}, walkIns: [] };

/** Those who may have come; who waits or left is not asked about. */
export const expected = (entries: readonly RosterEntryView[]): readonly RosterEntryView[] => entries.filter(({ state }) => state === 'joined' || state === 'asked');

/** What stands when nothing was changed: the planned times, from the check-in where there was one. */
export const markOf = (form: RosterForm, entry: RosterEntryView, shift: Pick<ShiftCardView, 'startsAtMs' | 'endsAtMs'>): RosterMark =>
  form.marks[entry.signUpId] ?? { came: null, fromMs: Math.max(shift.startsAtMs, entry.checkedInAtMs ?? shift.startsAtMs), toMs: shift.endsAtMs, companionsCame: entry.companions.length };

/** Quarters of an hour between two moments, both of them included: what a lead would write on paper. */
export const endChoices = (fromMs: number, endsAtMs: number): readonly number[] => {
  const choices: number[] = [];
  for (let atMs = Math.floor(fromMs / QUARTER_MS) * QUARTER_MS + QUARTER_MS; atMs < endsAtMs; atMs += QUARTER_MS) choices.push(atMs);
  return [...choices, endsAtMs];
};

/** The first quarter is the beginning itself. */
export const startChoices = (startsAtMs: number, endsAtMs: number): readonly number[] => [startsAtMs, ...endChoices(startsAtMs, endsAtMs).slice(0, -1)];

/** How many are still to be marked. */
export const unmarked = (form: RosterForm, entries: readonly RosterEntryView[], shift: Pick<ShiftCardView, 'startsAtMs' | 'endsAtMs'>): number => expected(entries).filter((entry) => markOf(form, entry, shift).came === null).length;

export const canAddWalkIn = (form: RosterForm): boolean => form.walkIns.length < LIMITS.walkInsPerShift;

/** Somebody is marked as staying longer than it is by now: the list is kept, and sent once they have left. */
export const isStillOn = (form: RosterForm, entries: readonly RosterEntryView[], shift: Pick<ShiftCardView, 'startsAtMs' | 'endsAtMs'>, nowMs: number): boolean =>
  [...expected(entries).map((entry) => markOf(form, entry, shift)).filter(({ came }) => came === true), ...form.walkIns].some(({ toMs }) => toMs !== null && toMs > nowMs);

/** The first thing that is not yet right; null when it can be sent. */
export function rosterProblem(form: RosterForm, entries: readonly RosterEntryView[], shift: Pick<ShiftCardView, 'startsAtMs' | 'endsAtMs'>, nowMs: number): string | null {
  const left = unmarked(form, entries, shift);
  if (left > 0) return `还有 ${left} 位没记，点“来了”或“没来”。`;
  if (form.walkIns.some(({ name }) => name.trim() === '')) return '临时来的人，请写怎么称呼。';
  if (form.walkIns.some(({ code }) => code !== '' && !/^[A-Z0-9]{8}$/.test(code))) return '编号是 8 位字母和数字，在“我的”里能看到；没有就空着。';
  if (isStillOn(form, entries, shift, nowMs)) return `还没散。记的都存在手机里，${formatClock(shift.endsAtMs)} 以后再交；先走的人，把“走”改成几点走的。`;
  return null;
}

export const rosterInputOf = (shiftId: string, form: RosterForm, entries: readonly RosterEntryView[], shift: Pick<ShiftCardView, 'startsAtMs' | 'endsAtMs'>): RosterInput => ({
  shiftId,
  came: expected(entries).flatMap((entry) => {
    const mark = markOf(form, entry, shift);
    if (mark.came !== true) return [];
    return [{ signUpId: entry.signUpId, self: entry.isSelf ? { fromMs: mark.fromMs, toMs: mark.toMs } : null, companionsCame: mark.companionsCame }];
  }),
  walkIns: form.walkIns.map(({ name, code, fromMs, toMs }) => ({ name: name.trim(), code: code === '' ? null : code, fromMs, toMs })),
});
