import { countedOf, thingLines, thingName, thingTag } from './thing-words';

/** Friday 20 November 2026, 9:41 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);
const rice = { kind: 'goods', state: 'waiting', count: 20, unit: '袋', handedAtMs: null, handedNote: '', receivedCount: null, receivedAtMs: null, note: '' } as const;

test('what was promised, brought and counted', () => {
  expect(thingName({ text: '大米', count: 20, unit: '袋' })).toBe('大米 20 袋');
  expect(thingLines(rice, NOW_MS)).toEqual([]);
  const handed = { ...rice, state: 'handed', handedAtMs: NOW_MS, handedNote: '放在驿站' } as const;
  expect(thingLines(handed, NOW_MS)).toEqual(['11 月 20 日交的：放在驿站']);
  expect(thingLines({ ...handed, state: 'received', receivedCount: 18, receivedAtMs: NOW_MS, note: '两袋破了' }, NOW_MS)).toEqual(['11 月 20 日交的：放在驿站', '11 月 20 日点收 18 袋，说好 20 袋：两袋破了']);
  expect(thingLines({ ...rice, state: 'off', note: '断货了' }, NOW_MS)).toEqual(['为什么：断货了']);
});

test('a service is done, not brought', () => {
  expect([thingTag({ kind: 'service', state: 'handed' }), thingTag({ kind: 'goods', state: 'handed' })]).toEqual(['说是做了，等社区看', '说是交了，等社区点收']);
  expect(thingLines({ ...rice, kind: 'service', unit: '次', state: 'received', handedAtMs: NOW_MS, receivedCount: 20, receivedAtMs: NOW_MS }, NOW_MS)[1]).toBe('11 月 20 日看过，做了 20 次');
});

test('counted is from nought to what was promised', () => expect(['0', '20', '21', '', '-1', '二十', '1.5'].map((text) => countedOf(text, 20))).toEqual([0, 20, null, null, null, null, null]));
