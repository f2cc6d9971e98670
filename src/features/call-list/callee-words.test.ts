import { calleeTag, doneText, lastCallText, waitedText } from './callee-words';

const NOW_MS = Date.parse('2026-11-24T10:00:00+08:00');

describe('the words of the call list', () => {
  test('how long something waits, in whole days, never none', () => {
    expect([23, 24, 47, 48, 73].map((hours) => waitedText(NOW_MS - hours * 3_600_000, NOW_MS))).toEqual(['等了 1 天', '等了 1 天', '等了 1 天', '等了 2 天', '等了 3 天']);
  });

  test('who called and what came of it', () => {
    expect(lastCallText({ last: null }, NOW_MS)).toBe('');
    expect(lastCallText({ last: { outcome: 'noAnswer', byName: '何静', atMs: Date.parse('2026-11-23T15:02:00+08:00') } }, NOW_MS)).toMatch(/15:02 何静打过：没人接$/);
    expect([doneText('answered'), doneText('noAnswer'), doneText('later')]).toEqual(['记下了，这件不用再打', '记下了，明早 9 点再排上来', '记下了，明早 9 点再排上来']);
  });

  test('why somebody stands in front', () => {
    expect([calleeTag({ isOnPaper: true, isCaredFor: true }), calleeTag({ isOnPaper: false, isCaredFor: true }), calleeTag({ isOnPaper: false, isCaredFor: false })]).toEqual(['没有微信', '先打', '']);
  });
});
