import type { RosterEntryView } from '@contract';
import { EMPTY_ROSTER, endChoices, expected, markOf, rosterInputOf, rosterProblem, startChoices, unmarked } from './roster-form';

const at = (iso: string): number => Date.parse(`${iso}+08:00`);
const shift = { startsAtMs: at('2026-11-21T09:00:00'), endsAtMs: at('2026-11-21T11:00:00') };
const overMs = shift.endsAtMs;
const entry = (signUpId: string, changes: Partial<RosterEntryView> = {}): RosterEntryView => ({
  signUpId, name: '刘洋', state: 'joined', isSelf: true, companions: [], seats: 1, checkedInAtMs: null, lacks: null, untilMs: null, fromMs: null, toMs: null, companionsCame: null, ...changes,
});

describe('the roster as a lead fills it in', () => {
  const entries = [entry('a'), entry('b', { checkedInAtMs: at('2026-11-21T09:12:00') }), entry('w', { state: 'waiting' })];

  test('only those who have a place are asked about, and each is to be marked', () => {
    expect(expected(entries).map(({ signUpId }) => signUpId)).toEqual(['a', 'b']);
    expect(unmarked(EMPTY_ROSTER, entries, shift)).toBe(2);
    expect(rosterProblem(EMPTY_ROSTER, entries, shift, overMs)).toBe('还有 2 位没记，点“来了”或“没来”。');
  });

  test('the planned times stand until changed; a check-in says when somebody came', () => {
    expect(markOf(EMPTY_ROSTER, entries[0] as RosterEntryView, shift)).toMatchObject({ came: null, fromMs: shift.startsAtMs, toMs: shift.endsAtMs });
    expect(markOf(EMPTY_ROSTER, entries[1] as RosterEntryView, shift).fromMs).toBe(at('2026-11-21T09:12:00'));
  });

  test('who came is sent with true times, who did not is left out', () => {
    const mark = markOf(EMPTY_ROSTER, entries[0] as RosterEntryView, shift);
    const form = { marks: { a: { ...mark, came: true, toMs: null }, b: { ...mark, came: false } }, walkIns: [{ name: ' 老陈 ', code: '', fromMs: shift.startsAtMs, toMs: shift.endsAtMs }] };
    expect(rosterProblem(form, entries, shift, overMs)).toBeNull();
    expect(rosterInputOf('s_1', form, entries, shift)).toEqual({
      shiftId: 's_1',
      came: [{ signUpId: 'a', self: { fromMs: shift.startsAtMs, toMs: null }, companionsCame: 0 }],
      walkIns: [{ name: '老陈', code: null, fromMs: shift.startsAtMs, toMs: shift.endsAtMs }],
    });
  });

  test('a walk-in has a name, and a whole code or none', () => {
    const marked = { marks: { a: { came: true, fromMs: 0, toMs: 1, companionsCame: 0 }, b: { came: true, fromMs: 0, toMs: 1, companionsCame: 0 } } };
    const walkIn = { name: '老陈', code: '', fromMs: shift.startsAtMs, toMs: null };
    expect(rosterProblem({ ...marked, walkIns: [{ ...walkIn, name: ' ' }] }, entries, shift, overMs)).toContain('怎么称呼');
    expect(rosterProblem({ ...marked, walkIns: [{ ...walkIn, code: 'K7M2' }] }, entries, shift, overMs)).toContain('8 位');
    expect(rosterProblem({ ...marked, walkIns: [walkIn] }, entries, shift, overMs)).toBeNull();
  });

  test('while it is on, the list is kept; it can be sent once everybody marked has left', () => {
    const onMs = at('2026-11-21T10:10:00');
    const came = { came: true, fromMs: shift.startsAtMs, toMs: shift.endsAtMs, companionsCame: 0 };
    const form = { marks: { a: came, b: { ...came, toMs: at('2026-11-21T10:00:00') } }, walkIns: [] };
    expect(rosterProblem(form, entries, shift, onMs)).toBe('还没散。记的都存在手机里，11:00 以后再交；先走的人，把“走”改成几点走的。');
    expect(rosterProblem({ ...form, marks: { ...form.marks, a: { ...came, toMs: null } } }, entries, shift, onMs)).toBeNull();
    expect(rosterProblem({ ...form, marks: { ...form.marks, a: { ...came, came: false } } }, entries, shift, onMs)).toBeNull();
    expect(rosterProblem({ marks: form.marks, walkIns: [] }, entries, shift, overMs)).toBeNull();
  });

  test('times in quarters of an hour, the true end always among them', () => {
    expect(startChoices(shift.startsAtMs, shift.endsAtMs)).toHaveLength(8);
    expect(endChoices(at('2026-11-21T10:20:00'), at('2026-11-21T11:05:00')).map((ms) => new Date(ms + 28_800_000).toISOString().slice(11, 16))).toEqual(['10:30', '10:45', '11:00', '11:05']);
  });
});
