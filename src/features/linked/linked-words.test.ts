import { mirroredWords, shutWords, untilWords } from './linked-words';

const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');
const link = { kind: 'web', url: 'https://gongyi.example.org/p/1' } as const;

describe('words of a linked campaign', () => {
  test('what was raised is the platform’s sentence, with its time', () => {
    expect(mirroredWords({ raisedAtMs: null, platformName: '腾讯公益' }, NOW_MS)).toBe('');
    expect(mirroredWords({ raisedAtMs: Date.parse('2026-11-12T10:30:00+08:00'), platformName: '腾讯公益' }, NOW_MS)).toBe('腾讯公益上，11 月 12 日 10:30 看到的');
  });

  test('whoever can’t go there reads why', () => {
    expect(shutWords({ state: 'shown', link, note: '' })).toBeNull();
    expect(shutWords({ state: 'shown', link: null, note: '' })).toContain('先停了');
    expect(shutWords({ state: 'refused', link: null, note: '证书号不对' })).toBe('没有通过：证书号不对');
    expect(shutWords({ state: 'ended', link: null, note: '备案的募捐期到了。' })).toBe('备案的募捐期到了。');
    expect(untilWords({ state: 'shown', endsAtMs: Date.parse('2026-12-31T23:59:59+08:00') }, NOW_MS)).toBe('募捐到 12 月 31 日');
    expect(untilWords({ state: 'ended', endsAtMs: 0 }, NOW_MS)).toBe('已经结束');
  });
});
