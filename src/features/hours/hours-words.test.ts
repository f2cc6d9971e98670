import type { ServiceRecordView } from '@contract';
import { amountText, byMonth, nextText, spanText, stateTag, sumParts } from './hours-words';

const at = (iso: string): number => Date.parse(`${iso}:00+08:00`);
const NOW_MS = at('2026-11-20T09:41');

const record = (changes: Partial<ServiceRecordView> = {}): ServiceRecordView => ({
  recordId: 'r', source: 'roster', state: 'counted', reader: 'self', kind: 'volunteerService', title: '给独居老人送餐', placeText: '青枫驿站', memberName: '林晓', organiserName: '青枫社区',
  recordedByName: '周敏', recordedAtMs: at('2026-11-14T13:00'), shiftId: 'h', fromMs: at('2026-11-14T09:00'), toMs: at('2026-11-14T10:50'), minutes: 110, countedMinutes: 110, day: '2026-11-14',
  whyNotCounted: null, clashesWith: [], reason: '', secondName: null, secondUntilMs: null, changes: [], endNote: '', ask: null,
  canAnswer: false, canCorrect: false, canRevoke: false, canAsk: true, canAnswerAsk: false, dutyPhone: '0731-5550111', ...changes,
});

describe('a record in words', () => {
  test('when it was, over midnight too', () => {
    expect(spanText(record(), NOW_MS)).toBe('11 月 14 日 周六 9:00–10:50');
    expect(spanText(record({ fromMs: at('2025-12-31T22:00'), toMs: at('2026-01-01T00:30') }), NOW_MS)).toBe('2025 年 12 月 31 日 周三 22:00–第二天 0:30');
  });

  test('what counts, and how long it was while it does not', () => {
    expect(amountText(record({ minutes: 600, countedMinutes: 480 }))).toBe('8 小时');
    expect(amountText(record({ state: 'clashing', countedMinutes: 0 }))).toBe('1 小时 50 分');
    expect(stateTag(record())).toBeNull();
    expect(stateTag(record({ state: 'clashing' }))).toEqual({ tone: 'accent', text: '时间重叠，先不算' });
    expect(sumParts(750)).toEqual({ hours: 12, minutes: 30 });
  });

  test('what comes next is said to whoever can do something', () => {
    const waiting = { state: 'waiting', secondName: '周敏', secondUntilMs: at('2026-11-27T09:41') } as const;
    expect(nextText(record(waiting), NOW_MS)).toBe('请周敏打开小程序点“是的，我在”。11 月 27 日 9:41 前没有回音，这条就不算了，可以再补。');
    expect(nextText(record({ ...waiting, canAnswer: true }), NOW_MS)).toBe('11 月 27 日 9:41 前点一下就好。');
    expect(nextText(record({ state: 'clashing' }), NOW_MS)).toContain('这条不对');
    expect(nextText(record({ state: 'clashing', reader: 'staff', canCorrect: true }), NOW_MS)).toContain('改时间');
    expect(nextText(record(), NOW_MS)).toBe('');
  });
});

describe('months', () => {
  const records = [record(), record({ recordId: 'b', state: 'clashing', countedMinutes: 0, day: '2026-11-02' }), record({ recordId: 'c', day: '2025-12-30', countedMinutes: 60 })];

  test('each with what counts of it; the last one only once it is whole', () => {
    expect(byMonth(records, true, NOW_MS).map(({ title, minutes, records: own }) => [title, minutes, own.length])).toEqual([['11 月', 110, 2], ['2025 年 12 月', 60, 1]]);
    expect(byMonth(records, false, NOW_MS).map(({ minutes }) => minutes)).toEqual([110, null]);
    expect(byMonth([], true, NOW_MS)).toEqual([]);
  });
});
