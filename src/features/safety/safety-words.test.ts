import { dangerWaits, EMPTY_DANGER, phoneOf } from './danger-form';
import { noteLine, safetyPath } from './safety-words';

const NOW_MS = Date.UTC(2026, 10, 24, 2);
const HOUR_MS = 3_600_000;

test('how a report goes on is told with its dates, and what comes next stands there', () => {
  const open = { createdAtMs: NOW_MS, dueAtMs: NOW_MS + 4 * HOUR_MS, isLate: false, answer: null };
  expect(safetyPath(open, NOW_MS).map(({ state }) => state)).toEqual(['past', 'now', 'next']);
  expect(safetyPath(open, NOW_MS)[1]?.note).toMatch('答复您');
  expect(safetyPath({ ...open, isLate: true }, NOW_MS).at(-1)?.title).toMatch('街道');
  expect(safetyPath({ ...open, answer: { words: '断了电', atMs: NOW_MS } }, NOW_MS).at(-1)?.note).toMatch('断了电');
});

test('a kind is enough; only 别的 needs a sentence, and a number is nobody\'s duty', () => {
  expect(dangerWaits(EMPTY_DANGER)).not.toBe('');
  expect(dangerWaits({ safetyKind: 'hurt', words: '' })).toBe('');
  expect(dangerWaits({ safetyKind: 'other', words: ' ' })).not.toBe('');
  expect([phoneOf({ phone: ' ' }), phoneOf({ phone: '13800001111' })]).toEqual([null, '13800001111']);
});

test('the giver reads that somebody looks, then that somebody did', () => {
  const note = { answer: 'nobodyHome', followUpDueAtMs: NOW_MS + HOUR_MS, isFollowedUp: false } as const;
  expect(noteLine(note, NOW_MS)).toMatch('去看看');
  expect(noteLine({ ...note, isFollowedUp: true }, NOW_MS)).toMatch('社工问过了');
});
