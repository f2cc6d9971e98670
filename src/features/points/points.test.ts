import type { PointsView } from '@contract';
import { entryStateText, entryTone, signedPoints } from './points-words';
import { trendSummary, trendValues } from './trend-words';

const day = () => '11 月 26 日';

describe('words of the ledger', () => {
  it('signs with a plus and a real minus', () => {
    expect([signedPoints(5), signedPoints(-30), signedPoints(0)]).toEqual(['+5', '−30', '0']);
  });

  it('says when a pending line arrives', () => {
    expect(entryStateText({ points: 5, state: 'pending', dueAtMs: 1 }, day)).toBe('等确认，11 月 26 日到账');
    expect(entryStateText({ points: 5, state: 'pending', dueAtMs: null }, day)).toBe('等确认');
    expect(entryStateText({ points: -50, state: 'pending', dueAtMs: 1 }, day)).toBe('先留着，取到才算用掉');
    expect(entryStateText({ points: -50, state: 'expired', dueAtMs: null }, day)).toBe('没去取，退回来了');
    expect(entryStateText({ points: 5, state: 'voided', dueAtMs: null }, day)).toBe('没有到账');
  });

  it('never paints what is gone as income', () => {
    expect(entryTone({ state: 'voided', points: 5 })).toBe('gone');
    expect(entryTone({ state: 'posted', points: 5 })).toBe('in');
    expect(entryTone({ state: 'posted', points: -5 })).toBe('out');
    expect(entryTone({ state: 'pending', points: 5 })).toBe('waiting');
  });
});

describe('the trend', () => {
  const trend: PointsView['trend'] = [{ month: '2026-09', points: 0 }, { month: '2026-10', points: 40 }];

  it('is told with months that read as one says them', () => {
    expect(trendValues(trend)).toEqual([{ label: '9月', value: 0 }, { label: '10月', value: 40 }]);
    expect(trendSummary(trend)).toBe('半年来的积分：9月 0 分，10月 40 分');
  });
});
